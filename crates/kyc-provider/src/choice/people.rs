//! Sample people, most of them with data that is hard to take.

/// Someone whose identity is checked, as a machine reads it off a document. Nothing of it is promised to be there.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Person {
    /// What forms and the command line call them.
    pub(crate) key: &'static str,
    /// Who they are, for testers.
    pub(crate) label: &'static str,
    /// What is special about them.
    pub(crate) hint: &'static str,
    pub(crate) given_names: Option<&'static str>,
    pub(crate) surname: Option<&'static str>,
    /// ISO 3166-1 alpha-3, or what ICAO 9303 adds.
    pub(crate) issuing_country: &'static str,
    pub(crate) nationality: Option<&'static str>,
    pub(crate) date_of_birth: Option<&'static str>,
    pub(crate) date_of_issue: Option<&'static str>,
    pub(crate) date_of_expiry: Option<&'static str>,
    pub(crate) sex: Option<&'static str>,
}

impl Person {
    pub(crate) fn find(key: &str) -> Option<&'static Self> {
        PEOPLE.iter().find(|person| person.key == key)
    }

    /// Both names in the order in which Web IDV has them in one field.
    pub(crate) fn surname_and_given_names(&self) -> String {
        [self.surname, self.given_names].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// All of them, the usual one first.
pub(crate) fn people() -> impl Iterator<Item = &'static Person> {
    PEOPLE.iter()
}

/// Someone with nothing special about them.
const ADA: Person = Person {
    key: "ada",
    label: "Ada Example",
    hint: "Nothing special",
    given_names: Some("ADA"),
    surname: Some("EXAMPLE"),
    issuing_country: "DEU",
    nationality: Some("DEU"),
    date_of_birth: Some("1985-12-10"),
    date_of_issue: Some("2021-03-01"),
    date_of_expiry: Some("2031-02-28"),
    sex: Some("F"),
};

/// 39 characters is what fits into a passport's zone; forms and databases have other limits.
const LONG_GIVEN_NAMES: &str = "MAXIMILIANA ALEXANDRINA BARTHOLOMEA CHRISTOPHERA DOMINICA EMMANUELA FRANCISCA \
                                GUGLIELMINA HIERONYMA IMMACULATA JOSEPHINA KUNIGUNDE LEOPOLDINE MAGDALENA NIKOLAIA";
const LONG_SURNAME: &str = "WOLFESCHLEGELSTEINHAUSENBERGERDORFFWELCHEVORALTERNWARENGEWISSENHAFTSCHAFERSWESSENSCHAFE\
                            WARENWOHLGEPFLEGEUNDSORGFALTIGKEITBESCHUTZEN-EXAMPLE";

pub(super) static PEOPLE: &[Person] = &[
    ADA,
    Person {
        key: "anna-maria",
        label: "Anna Maria Louise Schmidt-Example",
        hint: "Several given names, a double surname",
        given_names: Some("ANNA MARIA LOUISE"),
        surname: Some("SCHMIDT-EXAMPLE"),
        ..ADA
    },
    Person {
        key: "long",
        label: "Maximiliana … Example",
        hint: "Very long names",
        given_names: Some(LONG_GIVEN_NAMES),
        surname: Some(LONG_SURNAME),
        ..ADA
    },
    Person {
        key: "one-name",
        label: "Sukarti",
        hint: "One name only, as a surname",
        given_names: None,
        surname: Some("SUKARTI"),
        issuing_country: "IDN",
        nationality: Some("IDN"),
        ..ADA
    },
    Person {
        key: "cyrillic",
        label: "Ольга Примерова",
        hint: "Not in Latin letters",
        given_names: Some("ОЛЬГА ВЛАДИМИРОВНА"),
        surname: Some("ПРИМЕРОВА"),
        issuing_country: "UKR",
        nationality: Some("UKR"),
        ..ADA
    },
    Person {
        key: "right-to-left",
        label: "ليلى مثال",
        hint: "Written from right to left",
        given_names: Some("ليلى"),
        surname: Some("مثال"),
        issuing_country: "JOR",
        nationality: Some("JOR"),
        ..ADA
    },
    Person {
        key: "combining",
        label: "Zoë Nguyễn-Ångström",
        hint: "Letters and accents are characters of their own",
        given_names: Some("Zoe\u{308}"),
        surname: Some("Nguye\u{302}\u{303}n-A\u{30a}ngstro\u{308}m"),
        issuing_country: "VNM",
        nationality: Some("SWE"),
        ..ADA
    },
    Person {
        key: "stateless",
        label: "Noor Example",
        hint: "Stateless: nationality XXX",
        given_names: Some("NOOR"),
        nationality: Some("XXX"),
        ..ADA
    },
    Person {
        key: "germany-d",
        label: "Erika Mustermann",
        hint: "Germany as D, as its passports print it",
        given_names: Some("ERIKA"),
        surname: Some("MUSTERMANN"),
        issuing_country: "D",
        nationality: Some("D"),
        ..ADA
    },
    Person {
        key: "kosovo",
        label: "Arta Shembull",
        hint: "Kosovo as RKS, which ISO 3166-1 lacks",
        given_names: Some("ARTA"),
        surname: Some("SHEMBULL"),
        issuing_country: "RKS",
        nationality: Some("RKS"),
        sex: Some("X"),
        ..ADA
    },
    Person {
        key: "unborn",
        label: "Tomorrow Example",
        hint: "Born in the future",
        given_names: Some("TOMORROW"),
        date_of_birth: Some("2999-01-01"),
        sex: Some("M"),
        ..ADA
    },
    Person {
        key: "backwards",
        label: "Back Wards",
        hint: "Expires before it was issued",
        given_names: Some("BACK"),
        surname: Some("WARDS"),
        date_of_issue: Some("2031-02-28"),
        date_of_expiry: Some("2021-03-01"),
        sex: Some("M"),
        ..ADA
    },
    Person {
        key: "sparse",
        label: "Almost nobody",
        hint: "A number and a country, nothing else",
        given_names: None,
        surname: None,
        nationality: None,
        date_of_birth: None,
        date_of_issue: None,
        date_of_expiry: None,
        sex: None,
        ..ADA
    },
    Person {
        key: "hostile",
        label: "Hostile text",
        hint: "Markup, bidi and control characters in the names",
        given_names: Some("<script>alert(1)</script>\u{202e}ADA\u{2066}"),
        surname: Some("EX\u{0}AM\u{1b}[2JPLE\r\nX-Injected: 1\u{200b}\u{feff}"),
        ..ADA
    },
];
