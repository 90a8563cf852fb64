import type {
  AccountView,
  ActivityView,
  ApplicationView,
  AttributeTypeView,
  AttributeView,
  BackupReport,
  ConsentView,
  DocumentView,
  FieldView,
  ImportReport,
  KeyringView,
  KnownVersion,
  MergeReport,
  MrzView,
  Outcome,
  ProfileView,
  ReminderView,
  ShrinkView,
  SiteKnowledge,
  SiteKnowledgeSummary,
  SiteView,
  Strength,
  VaultStatus,
} from '../lib/bindings';

/** A filled wallet to draw and to test with. All of it is made up. */
export const account: AccountView = {
  name: 'main',
  kind: 'named',
  address: '0x9858EfFD232B4033E47d90003D41EC34EcaEda94',
  did: 'did:eth:0x9858effd232b4033e47d90003d41ec34ecaeda94',
  publicKey: `0x${'ab'.repeat(64)}`,
  path: "m/44'/60'/0'/0/0",
  site: null,
};

export const siteAccount: AccountView = {
  ...account,
  name: 'Harbour Exchange',
  kind: 'site',
  address: '0x6Fac4D18c912343BF86fa7049364Dd4E424Ab9C0',
  did: 'did:eth:0x6fac4d18c912343bf86fa7049364dd4e424ab9c0',
  site: 'Harbour Exchange',
};

export const importedAccount: AccountView = {
  ...account,
  name: 'savings',
  kind: 'imported',
  address: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8',
  did: 'did:eth:0x70997970c51812dc3a010c7d01b50e0d17dc79c8',
  path: 'imported from a keystore file',
};

const schemaBase = 'http://platform.selfkey.org/schema/attribute/';

function field(path: string, title: string, more: Partial<FieldView> = {}): FieldView {
  return {
    path,
    title,
    description: '',
    kind: { type: 'text' },
    required: true,
    repeated: false,
    ...more,
  };
}

const picture = (path: string, title: string, more: Partial<FieldView> = {}) =>
  field(path, title, {
    kind: {
      type: 'file',
      types: ['image/jpeg', 'image/png', 'application/pdf'],
      maxBytes: 50_000_000,
    },
    ...more,
  });

const countries = [
  { value: 'DE', title: 'Germany' },
  { value: 'GB', title: 'United Kingdom' },
  { value: 'SG', title: 'Singapore' },
];

function type(
  name: string,
  title: string,
  fields: FieldView[],
  description = '',
): AttributeTypeView {
  return {
    name,
    title,
    description,
    schema: `${schemaBase}${name}.json`,
    subject: 'person',
    fields,
  };
}

export const types: AttributeTypeView[] = [
  type('first-name', 'First Name', [field('', 'First Name')]),
  type('last-name', 'Last Name', [field('', 'Last Name')]),
  type('middle-name', 'Middle Name', [field('', 'Middle Name')]),
  type('email', 'Email', [field('', 'Email', { kind: { type: 'email' } })]),
  type('date-of-birth', 'Date of Birth', [field('', 'Date of Birth', { kind: { type: 'date' } })]),
  type('nationality', 'Nationality', [
    field('country', 'Country', { kind: { type: 'choice', options: countries, open: false } }),
    field('denonym', 'Denonym', { required: false }),
  ]),
  type('physical-address', 'Address', [
    field('address_line_1', 'Address line 1'),
    field('address_line_2', 'Address line 2', { required: false }),
    field('city', 'City', { required: false }),
    field('postalcode', 'Postal code', { required: false }),
  ]),
  type(
    'passport',
    'Passport',
    [
      picture('image', 'Passport page'),
      field('issued', 'Issued', { kind: { type: 'date' } }),
      field('expires', 'Expires', { kind: { type: 'date' } }),
      picture('selfie.image', 'Selfie'),
      picture('extra', 'Further pages', { required: false, repeated: true }),
    ],
    'A picture of the page with your photograph, and one of you holding it.',
  ),
];

export const documents: DocumentView[] = [
  ['passport.jpg', 'image/jpeg', 1_483_200, 'Passport'],
  ['selfie.jpg', 'image/jpeg', 912_640, 'Passport'],
  ['electricity-2026-09.pdf', 'application/pdf', 184_320, 'Utility Bill'],
  ['lease.pdf', 'application/pdf', 640_000, ''],
].map(([name, mimeType, size, user], i) => ({
  id: String(i + 1).repeat(32),
  name: name as string,
  mimeType: mimeType as string,
  size: size as number,
  sha256: 'c0'.repeat(32),
  added: '2026-11-20T09:12:00Z',
  removed: mimeType === 'image/jpeg' ? 'location and camera model' : null,
  kept: mimeType === 'application/pdf' ? 'the name of the author' : null,
  pages: mimeType === 'application/pdf' ? 2 : null,
  shrunkFrom: null,
  usedBy: user ? [user as string] : [],
}));

function attribute(
  name: string,
  title: string,
  summary: string,
  more: Partial<AttributeView> = {},
): AttributeView {
  return {
    id: `${name}${more.label ?? ''}`,
    name,
    title,
    schema: `${schemaBase}${name}.json`,
    label: null,
    summary,
    value: summary,
    documents: [],
    provenance: 'entered by you',
    origin: { type: 'entered' },
    created: '2026-11-20T09:10:00Z',
    changed: '2026-11-20T09:10:00Z',
    expires: null,
    expired: false,
    expiry: 'none',
    daysLeft: null,
    lastSent: [],
    size: 0,
    isDefault: true,
    ...more,
  };
}

export const attributes: AttributeView[] = [
  attribute('first-name', 'First Name', 'Ada'),
  attribute('last-name', 'Last Name', 'Example'),
  attribute('email', 'Email', 'ada@mail.example', {
    label: 'private',
    lastSent: [
      { site: 'Harbour Exchange', at: '2026-11-21T08:05:00Z', current: false, mayHave: false },
      { site: 'Demo relying party', at: '2026-11-20T10:00:00Z', current: true, mayHave: false },
    ],
  }),
  attribute('email', 'Email', 'ada.example@work.example', { label: 'work', isDefault: false }),
  attribute('date-of-birth', 'Date of Birth', '1985-04-12'),
  attribute('nationality', 'Nationality', 'Germany', { value: { country: 'DE' } }),
  attribute('physical-address', 'Address', '12 Harbour Street, 20457 Hamburg', {
    value: { address_line_1: '12 Harbour Street', city: 'Hamburg', postalcode: '20457' },
  }),
  attribute('passport', 'Passport', 'Passport · expires 2027-01-04', {
    documents: documents.slice(0, 2),
    expires: '2027-01-04',
    expiry: 'soon90',
    daysLeft: 43,
    value: {
      image: { mimeType: 'image/jpeg', size: 1_483_200, content: '1'.repeat(32) },
      issued: '2017-01-05',
      expires: '2027-01-04',
      selfie: { image: { mimeType: 'image/jpeg', size: 912_640, content: '2'.repeat(32) } },
    },
  }),
  attribute('utility-bill', 'Utility Bill', 'Issued 2026-09-30 · 1 file', {
    documents: documents.slice(2, 3),
  }),
];

const asks = (name: string, title: string, required = true) => ({
  name,
  title,
  schema: `${schemaBase}${name}.json`,
  required,
});

export const sites: SiteView[] = [
  {
    name: 'Harbour Exchange',
    url: 'https://harbour.example',
    root: 'https://harbour.example/lws',
    connection: 'tls',
    dialect: 'classic',
    account: siteAccount,
    connected: true,
    hosts: ['harbour.example', 'files.harbour.example'],
    requirements: [
      asks('first-name', 'First Name'),
      asks('last-name', 'Last Name'),
      asks('email', 'Email'),
      asks('date-of-birth', 'Date of Birth'),
      asks('middle-name', 'Middle Name', false),
    ],
    termsUrl: 'https://harbour.example/terms',
    policyUrl: 'https://harbour.example/privacy',
    added: '2026-11-20T09:20:00Z',
    lastUsed: '2026-11-22T08:05:00Z',
  },
  {
    name: 'Demo relying party',
    url: 'http://127.0.0.1:8741/lws',
    root: 'http://127.0.0.1:8741/lws',
    connection: 'loopback',
    dialect: null,
    account: { ...siteAccount, name: 'Demo relying party' },
    connected: false,
    hosts: ['127.0.0.1:8741'],
    requirements: [asks('first-name', 'First Name'), asks('email', 'Email')],
    termsUrl: null,
    policyUrl: null,
    added: '2026-11-21T10:00:00Z',
    lastUsed: null,
  },
];

const sent = (name: string, title: string, files: string[] = []) => ({
  name,
  title,
  digest: 'd1'.repeat(32),
  files,
});

export const activity: ActivityView[] = [
  ['vaultCreated', 'The wallet was created.', null, []],
  ['siteAdded', 'Harbour Exchange was added.', 'Harbour Exchange', []],
  [
    'signedUp',
    'Signed up at Harbour Exchange.',
    'Harbour Exchange',
    [sent('first-name', 'First Name'), sent('last-name', 'Last Name'), sent('email', 'Email')],
  ],
  [
    'applied',
    'Sent the application “Personal account” to Harbour Exchange.',
    'Harbour Exchange',
    [
      sent('first-name', 'First Name'),
      sent('passport', 'Passport', ['passport.jpg', 'selfie.jpg']),
      sent('utility-bill', 'Utility Bill', ['electricity-2026-09.pdf']),
    ],
  ],
  ['loginFailed', 'Demo relying party could not be reached.', 'Demo relying party', []],
  ['loggedIn', 'Logged in to Harbour Exchange.', 'Harbour Exchange', []],
].map(([kind, text, site, what], i) => ({
  number: i + 1,
  at: new Date(Date.now() - (6 - i) * 7_100_000).toISOString(),
  text: text as string,
  kind: kind as string,
  site: site as string | null,
  account: site === null ? null : 'main',
  sent: what as ActivityView['sent'],
  failed: kind === 'loginFailed',
  purpose: null,
}));

function find(name: string): AttributeView[] {
  return attributes.filter((a) => a.name === name);
}

export const signUpConsent: ConsentView = {
  purpose: 'signUp',
  site: 'Harbour Exchange',
  url: 'https://harbour.example',
  connection: 'tls',
  account: siteAccount,
  template: null,
  items: [
    {
      requirement: asks('first-name', 'First Name'),
      choices: find('first-name'),
      missing: null,
      notes: [],
      tooLarge: [],
      included: true,
      newRequest: false,
    },
    {
      requirement: asks('last-name', 'Last Name'),
      choices: find('last-name'),
      missing: null,
      notes: [],
      tooLarge: [],
      included: true,
      newRequest: false,
    },
    {
      requirement: asks('email', 'Email'),
      choices: find('email'),
      missing: null,
      notes: [],
      tooLarge: [],
      included: true,
      newRequest: false,
    },
    {
      requirement: asks('passport', 'Passport'),
      choices: find('passport'),
      missing: null,
      notes: ['It expires in 43 days.'],
      tooLarge: [],
      included: true,
      newRequest: false,
    },
    {
      requirement: asks('physical-address', 'Address', false),
      choices: find('physical-address'),
      missing: null,
      notes: [],
      tooLarge: [],
      included: false,
      newRequest: false,
    },
    {
      requirement: asks('middle-name', 'Middle Name', false),
      choices: [],
      missing: 'The wallet has no middle name.',
      notes: [],
      tooLarge: [],
      included: false,
      newRequest: false,
    },
  ],
  changes: [],
  changed: false,
  elsewhere: [{ host: 'files.harbour.example', endpoints: ['your files'] }],
  termsUrl: 'https://harbour.example/terms',
  policyUrl: 'https://harbour.example/privacy',
  ready: true,
};

export const loginConsent: ConsentView = {
  ...signUpConsent,
  purpose: 'logIn',
  items: [],
  elsewhere: [],
};

export const outcome: Outcome = {
  purpose: 'signUp',
  site: 'Harbour Exchange',
  account: siteAccount.address,
  did: siteAccount.did,
  redirectUrl: 'https://harbour.example/welcome?session=3f1c9b2e',
  redirectLeavesSite: false,
  applicationId: null,
  applicationUrl: null,
  message: 'Welcome aboard, Ada.',
  sent: [
    sent('first-name', 'First Name'),
    sent('last-name', 'Last Name'),
    sent('email', 'Email'),
    sent('passport', 'Passport', ['passport.jpg', 'selfie.jpg']),
  ],
  warning: null,
  clock: null,
};

export const profiles: ProfileView[] = [
  {
    name: 'personal',
    kind: 'person',
    created: '2026-11-20T09:00:00Z',
    selected: true,
    attributes: 9,
    documents: 4,
    accounts: 1,
    sites: 2,
  },
  {
    name: 'Example Works Ltd',
    kind: 'company',
    created: '2026-11-21T09:00:00Z',
    selected: false,
    attributes: 3,
    documents: 1,
    accounts: 1,
    sites: 0,
  },
];

export const reminders: ReminderView[] = [
  {
    attribute: 'national-id',
    name: 'national-id',
    title: 'National ID',
    label: null,
    expires: '2026-11-27',
    expiry: 'soon7',
    daysLeft: 5,
    text: 'National ID expires in 5 days.',
    sites: [],
  },
  {
    attribute: 'passport',
    name: 'passport',
    title: 'Passport',
    label: null,
    expires: '2027-01-04',
    expiry: 'soon90',
    daysLeft: 43,
    text: 'Passport expires in 43 days. Sent to: Harbour Exchange.',
    sites: [
      { site: 'Harbour Exchange', at: '2026-11-21T08:05:00Z', current: true, mayHave: false },
    ],
  },
];

export const strong: Strength = {
  score: 4,
  enough: true,
  guessesLog10: 15,
  warning: null,
  suggestions: [],
};

export const weak: Strength = {
  score: 1,
  enough: false,
  guessesLog10: 3.4,
  warning: 'This is similar to a commonly used password.',
  suggestions: ['Add another word or two. Uncommon words are better.'],
};

export const keyring: KeyringView = {
  enabled: false,
  backend: 'Secret Service',
  available: true,
  problem: null,
};

export const vaultUsage: VaultStatus = {
  dir: '/home/ada/.local/share/idw/vault',
  records: 41,
  recordBytes: 18_400,
  databaseBytes: 524_288,
  snapshots: 3,
  snapshotBytes: 61_000,
  documentBytes: 3_220_160,
  keptAside: [],
  keptAsideBytes: 0,
};

export const backupReport: BackupReport = {
  created: '2026-05-12T09:30:00Z',
  program: 'idw 0.1.0',
  bytes: 4_120_000,
  profiles: ['personal', 'Example Ltd'],
  accounts: 3,
  attributes: 12,
  documents: 4,
  documentBytes: 3_220_160,
  sites: 2,
  applications: 1,
  activity: 64,
  activityIntact: true,
  leftOut: [],
};

export const mergeReport: MergeReport = {
  dryRun: true,
  backup: backupReport,
  items: [
    { kind: 'attribute', name: 'Passport', profile: 'personal', outcome: 'added', reason: null },
    { kind: 'document', name: 'passport.jpg', profile: 'personal', outcome: 'added', reason: null },
    {
      kind: 'account',
      name: 'travel-2',
      profile: 'personal',
      outcome: 'addedBeside',
      reason: 'there is another account named ‘travel’',
    },
    {
      kind: 'recoveryPhrase',
      name: 'recovery phrase',
      profile: null,
      outcome: 'kept',
      reason: 'the backup’s is another one; its accounts come in as imported keys',
    },
    {
      kind: 'attribute',
      name: 'First Name',
      profile: 'personal',
      outcome: 'alreadyThere',
      reason: null,
    },
    { kind: 'profile', name: 'personal', profile: null, outcome: 'alreadyThere', reason: null },
  ],
};

export const zoneText = `P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
L898902C36UTO7408122F1204159ZE184226B<<<<<10`;

export const zone: MrzView = {
  passport: true,
  number: 'L898902C3',
  expires: '2031-05-04',
  expired: false,
  proposals: [
    {
      name: 'first-name',
      title: 'First Name',
      value: 'Anna Maria',
      summary: 'Anna Maria',
      held: 'Ada',
      action: 'held',
      note: 'A zone has no accents; check the spelling.',
    },
    {
      name: 'date-of-birth',
      title: 'Date of Birth',
      value: '1974-08-12',
      summary: '1974-08-12',
      held: null,
      action: 'enter',
      note: null,
    },
    {
      name: 'passport',
      title: 'Passport',
      value: { expires: '2031-05-04' },
      summary: 'expires 2031-05-04',
      held: 'Passport · expires 2027-01-04',
      action: 'update',
      note: null,
    },
  ],
};

export const importReport: ImportReport = {
  dryRun: true,
  attributes: [
    {
      name: 'phone-number',
      title: 'Phone Number',
      schema: `${schemaBase}phone-number.json`,
      label: null,
      summary: '+49 40 5550101',
      outcome: 'added',
      reason: null,
    },
    {
      name: 'email',
      title: 'Email',
      schema: `${schemaBase}email.json`,
      label: 'work',
      summary: 'ada@elsewhere.example',
      outcome: 'skipped',
      reason: null,
    },
    {
      name: 'date-of-birth',
      title: 'Date of Birth',
      schema: `${schemaBase}date-of-birth.json`,
      label: null,
      summary: '',
      outcome: 'refused',
      reason: 'It is no date like 1985-04-12.',
    },
  ],
  documents: [
    {
      name: 'lease.pdf',
      mimeType: 'application/pdf',
      size: 640_000,
      removed: null,
      outcome: 'alreadyThere',
      reason: null,
    },
  ],
};

export const shrinkOffer: ShrinkView = {
  document: documents[0] as DocumentView,
  maxBytes: 1_000_000,
  before: { size: 1_483_200, width: 4000, height: 3000 },
  after: { size: 640_000, width: 2000, height: 1500 },
  mimeType: 'image/jpeg',
};

const wantsMore: ApplicationView = {
  id: 'a1'.repeat(16),
  site: 'Harbour Exchange',
  account: 'Harbour Exchange',
  did: siteAccount.did,
  template: '5f1a',
  templateName: 'Personal account',
  step: 'submitted',
  text: 'more is wanted',
  applicationId: '77',
  applicationUrl: 'https://harbour.example/applications/77',
  status: 9,
  ended: false,
  wanted: [
    {
      name: 'utility-bill',
      title: 'Utility Bill',
      reason: 'The bill is older than three months.',
      invalid: true,
    },
  ],
  sent: [sent('first-name', 'First Name'), sent('passport', 'Passport', ['passport.jpg'])],
  filesLeft: 0,
  message: null,
  created: '2026-11-21T09:00:00Z',
  submitted: '2026-11-21T09:01:00Z',
  checked: '2026-11-22T08:00:00Z',
};

/** The newest last, as the shell lists them. */
export const applications: ApplicationView[] = [
  {
    ...wantsMore,
    id: 'b2'.repeat(16),
    text: 'approved',
    status: 2,
    ended: true,
    wanted: [],
    applicationId: '76',
  },
  wantsMore,
  {
    ...wantsMore,
    id: 'c3'.repeat(16),
    templateName: 'Business account',
    step: 'draft',
    text: 'not submitted yet',
    applicationId: null,
    applicationUrl: null,
    status: null,
    wanted: [],
    filesLeft: 2,
    submitted: null,
    checked: null,
  },
  {
    ...wantsMore,
    id: 'd4'.repeat(16),
    site: 'Demo relying party',
    step: 'unknown',
    text: 'sent, and it is not known whether it arrived',
    applicationId: null,
    applicationUrl: null,
    status: null,
    wanted: [],
    submitted: null,
    checked: null,
  },
];

const version = {
  version: 1,
  digest: 'd1'.repeat(32),
  current: true,
  arrival: 'arrived',
  times: 2,
  first: '2026-11-20T09:30:00Z',
  last: '2026-11-22T08:05:00Z',
  purposes: ['signUp'],
  account: 'Harbour Exchange',
  files: [],
  entry: 3,
} satisfies KnownVersion;

export const knowledge: SiteKnowledge = {
  site: 'Harbour Exchange',
  root: 'https://harbour.example/lws',
  formerNames: [],
  inWallet: true,
  accounts: [
    {
      name: 'Harbour Exchange',
      did: siteAccount.did,
      first: '2026-11-20T09:30:00Z',
      last: '2026-11-22T08:05:00Z',
      arrival: 'arrived',
    },
  ],
  attributes: [
    {
      name: 'first-name',
      title: 'First Name',
      attribute: 'firstname',
      label: null,
      standing: 'current',
      arrival: 'arrived',
      versions: [version],
    },
    {
      name: 'email',
      title: 'Email',
      attribute: 'email',
      label: 'work',
      standing: 'outOfDate',
      arrival: 'arrived',
      versions: [{ ...version, current: false, digest: 'e2'.repeat(32) }],
    },
    {
      name: 'utility-bill',
      title: 'Utility Bill',
      attribute: null,
      label: null,
      standing: 'removed',
      arrival: 'mayHave',
      versions: [{ ...version, current: false, arrival: 'mayHave', files: ['bill.pdf'] }],
    },
  ],
  documents: [
    {
      name: 'bill.pdf',
      title: 'Utility Bill',
      document: null,
      mimeType: 'application/pdf',
      size: 82_000,
      sha256: 'f3'.repeat(32),
      last: '2026-11-22T08:05:00Z',
      arrival: 'mayHave',
    },
  ],
  outOfDate: 2,
  mayHave: 1,
  first: '2026-11-20T09:30:00Z',
  last: '2026-11-22T08:05:00Z',
};

export const knowing: SiteKnowledgeSummary[] = [
  {
    site: knowledge.site,
    root: knowledge.root,
    inWallet: true,
    attributes: 3,
    documents: 1,
    outOfDate: 2,
    mayHave: 1,
    last: knowledge.last,
  },
  {
    site: 'Old Shop',
    root: 'https://old.example/lws',
    inWallet: false,
    attributes: 1,
    documents: 0,
    outOfDate: 0,
    mayHave: 0,
    last: '2025-03-01T10:00:00Z',
  },
];
