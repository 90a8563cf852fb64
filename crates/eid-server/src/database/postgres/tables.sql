-- What the service keeps. Times are nanoseconds since 1970. `email` and `idempotent` are tags: hashes that only the key of the seal
-- makes. What is sealed is bytea: `addressee` is the email key of a request, for what instances tell each other.

CREATE TABLE schema_version (version integer NOT NULL);
CREATE TABLE service (
    id text NOT NULL, fingerprint bytea NOT NULL, issuer_key bytea NOT NULL, root bytea NOT NULL, issuer bytea NOT NULL,
    token_key bytea NOT NULL, nonce_secret bytea NOT NULL);

CREATE TABLE rps (
    id text PRIMARY KEY, name text NOT NULL, name_key text NOT NULL UNIQUE, form text NOT NULL, matching boolean NOT NULL,
    most_open bigint NOT NULL, most_kept bigint NOT NULL, most_invisible bigint NOT NULL, key_hash bytea NOT NULL UNIQUE,
    added bigint NOT NULL);
-- How much is kept, in several rows for each relying party, so that those who create at once seldom wait for each other.
CREATE TABLE counts (
    rp text NOT NULL REFERENCES rps ON DELETE CASCADE, shard integer NOT NULL, kept bigint NOT NULL, invisible bigint NOT NULL,
    PRIMARY KEY (rp, shard)) WITH (fillfactor = 50);

CREATE TABLE users (
    id text PRIMARY KEY, email_tag bytea NOT NULL UNIQUE, email bytea NOT NULL, secret bytea NOT NULL, added bigint NOT NULL);
CREATE TABLE devices (
    id text PRIMARY KEY, owner text NOT NULL REFERENCES users ON DELETE CASCADE, key text NOT NULL UNIQUE, name bytea NOT NULL,
    added bigint NOT NULL);
CREATE INDEX devices_of_user ON devices (owner, added);
CREATE TABLE invites (
    hash bytea PRIMARY KEY, owner text NOT NULL REFERENCES users ON DELETE CASCADE, ends bigint NOT NULL,
    device text REFERENCES devices ON DELETE CASCADE);
CREATE INDEX invites_of_user ON invites (owner);
CREATE INDEX invites_of_device ON invites (device);
CREATE INDEX invites_by_end ON invites (ends);
CREATE TABLE sessions (
    hash bytea PRIMARY KEY, device text NOT NULL REFERENCES devices ON DELETE CASCADE, ends bigint NOT NULL);
CREATE INDEX sessions_of_device ON sessions (device);
CREATE INDEX sessions_by_end ON sessions (ends);
CREATE TABLE certificates (
    device text NOT NULL REFERENCES devices ON DELETE CASCADE, rp text NOT NULL REFERENCES rps ON DELETE CASCADE,
    der bytea NOT NULL, PRIMARY KEY (device, rp));
CREATE INDEX certificates_of_rp ON certificates (rp);
CREATE TABLE nonces (hash bytea PRIMARY KEY, until bigint NOT NULL);
CREATE INDEX nonces_by_end ON nonces (until);

CREATE TABLE requests (
    id text PRIMARY KEY, rp text NOT NULL REFERENCES rps ON DELETE CASCADE, email bytea NOT NULL, idempotent bytea,
    invisible bigint NOT NULL, created bigint NOT NULL, deadline bigint NOT NULL, kept_until bigint NOT NULL,
    first_read bigint, decided_at bigint, hidden boolean NOT NULL DEFAULT false, asked bytea NOT NULL, verdict bytea,
    addressee bytea NOT NULL);
CREATE INDEX requests_open ON requests (rp, deadline) WHERE decided_at IS NULL;
CREATE INDEX requests_to_email ON requests (email, created) WHERE decided_at IS NULL;
CREATE INDEX requests_by_key ON requests (rp, idempotent) WHERE idempotent IS NOT NULL;
CREATE INDEX requests_by_end ON requests (rp, kept_until);
CREATE TABLE files (
    request text NOT NULL REFERENCES requests ON DELETE CASCADE, kind text NOT NULL, content bytea NOT NULL,
    PRIMARY KEY (request, kind));

-- Each of these does all of one call, so that the call is one statement, and whole or not at all. They end with an error of class ID
-- where nothing is to stay: ID001 the nonce is spent, ID002 the device is gone, ID003 there is no room.

-- The request before, where there is one; no row where the request is new.
CREATE FUNCTION create_request(
    the_id text, the_rp text, the_email bytea, the_idempotent bytea, the_invisible bigint, the_created bigint,
    the_deadline bigint, the_end bigint, the_asked bytea, the_addressee bytea, at bigint, most_open bigint, most_kept bigint,
    most_invisible bigint, most_for_email bigint)
RETURNS SETOF requests LANGUAGE plpgsql AS $$
DECLARE
    has_kept bigint;
    has_invisible bigint;
    gone_kept bigint := 0;
    gone_invisible bigint := 0;
    the_shard integer := floor(random() * 16);
BEGIN
    -- Those who ask the same person for the same party take turns, and so do those with the same key: each sees what the one before
    -- has written.
    PERFORM pg_advisory_xact_lock(hashtextextended(the_rp || encode(the_email, 'hex'), 1));
    IF the_idempotent IS NOT NULL THEN
        PERFORM pg_advisory_xact_lock(hashtextextended(encode(the_idempotent, 'hex'), 2));
        RETURN QUERY SELECT * FROM requests
            WHERE rp = the_rp AND idempotent = the_idempotent AND kept_until > at LIMIT 1;
        IF FOUND THEN
            RETURN;
        END IF;
    END IF;
    SELECT coalesce(sum(kept), 0), coalesce(sum(invisible), 0) INTO has_kept, has_invisible FROM counts WHERE rp = the_rp;
    IF has_kept >= most_kept OR has_invisible + the_invisible > most_invisible THEN
        -- What is kept no longer and was not swept up yet does not count.
        SELECT count(*), coalesce(sum(invisible), 0) INTO gone_kept, gone_invisible
            FROM requests WHERE rp = the_rp AND kept_until <= at;
    END IF;
    IF has_kept - gone_kept >= most_kept
        OR has_invisible - gone_invisible + the_invisible > most_invisible
        OR (SELECT count(*) FROM (SELECT FROM requests
            WHERE rp = the_rp AND decided_at IS NULL AND deadline > at LIMIT most_open) AS found) >= most_open
        OR (SELECT count(*) FROM (SELECT FROM requests
            WHERE email = the_email AND rp = the_rp AND decided_at IS NULL AND deadline > at LIMIT most_for_email) AS found)
            >= most_for_email
    THEN
        RAISE EXCEPTION 'there is no room' USING ERRCODE = 'ID003';
    END IF;
    INSERT INTO requests (id, rp, email, idempotent, invisible, created, deadline, kept_until, asked, addressee)
        VALUES (the_id, the_rp, the_email, the_idempotent, the_invisible, the_created, the_deadline, the_end, the_asked,
            the_addressee);
    INSERT INTO counts AS c (rp, shard, kept, invisible) VALUES (the_rp, the_shard, 1, the_invisible)
        ON CONFLICT (rp, shard) DO UPDATE SET kept = c.kept + 1, invisible = c.invisible + the_invisible;
    PERFORM pg_notify('idw_autheid', 'asked ' || the_id || ' ' || encode(the_addressee, 'hex'));
END $$;

-- The decision that stands: no row where there is no such request; one without a verdict where this one does.
CREATE FUNCTION decide_request(
    the_id text, at bigint, the_verdict bytea, the_end bigint, after_reading bigint, kinds text[], contents bytea[],
    OUT decided bigint, OUT earlier bytea)
RETURNS SETOF record LANGUAGE plpgsql AS $$
DECLARE
    the_addressee bytea;
BEGIN
    UPDATE requests
        SET decided_at = at, verdict = the_verdict, kept_until = least(the_end, first_read + after_reading)
        WHERE id = the_id AND decided_at IS NULL RETURNING addressee INTO the_addressee;
    IF FOUND THEN
        INSERT INTO files (request, kind, content) SELECT the_id, kind, content FROM unnest(kinds, contents) AS f (kind, content);
        PERFORM pg_notify('idw_autheid', 'decided ' || the_id || ' ' || encode(the_addressee, 'hex'));
        RETURN NEXT;
        RETURN;
    END IF;
    RETURN QUERY SELECT decided_at, verdict FROM requests WHERE id = the_id;
END $$;

CREATE FUNCTION spend_nonce(the_hash bytea, the_end bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO nonces (hash, until) VALUES (the_hash, the_end) ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the nonce is spent' USING ERRCODE = 'ID001';
    END IF;
END $$;

-- Holds the device until the end of the transaction.
CREATE FUNCTION must_be_bound(the_device text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM devices WHERE id = the_device FOR KEY SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the device is gone' USING ERRCODE = 'ID002';
    END IF;
END $$;

CREATE FUNCTION decide_request_by_device(
    the_nonce bytea, nonce_end bigint, the_device text, certificate_rp text, certificate bytea, the_id text, at bigint,
    the_verdict bytea, the_end bigint, after_reading bigint, kinds text[], contents bytea[], OUT decided bigint, OUT earlier bytea)
RETURNS SETOF record LANGUAGE plpgsql AS $$
BEGIN
    PERFORM spend_nonce(the_nonce, nonce_end);
    PERFORM must_be_bound(the_device);
    PERFORM FROM requests JOIN users ON users.email_tag = requests.email JOIN devices ON devices.owner = users.id
        WHERE requests.id = the_id AND devices.id = the_device AND NOT hidden;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    SELECT d.decided, d.earlier INTO decided, earlier
        FROM decide_request(the_id, at, the_verdict, the_end, after_reading, kinds, contents) AS d;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    IF earlier IS NULL AND certificate IS NOT NULL THEN
        INSERT INTO certificates (device, rp, der) VALUES (the_device, certificate_rp, certificate) ON CONFLICT DO NOTHING;
    END IF;
    RETURN NEXT;
END $$;

-- Ends what is over, and gives what of it this call has ended.
CREATE FUNCTION end_requests(ids text[], ends bigint[], verdicts bytea[], kept bigint[], after_reading bigint)
RETURNS SETOF text LANGUAGE plpgsql AS $$
BEGIN
    -- One instance sweeps at a time, so that two never wait for each other's rows.
    PERFORM pg_advisory_xact_lock(hashtextextended('sweep', 3));
    FOR i IN 1 .. coalesce(array_length(ids, 1), 0) LOOP
        PERFORM FROM decide_request(ids[i], ends[i], verdicts[i], kept[i], after_reading, '{}', '{}') AS d
            WHERE d.earlier IS NULL;
        IF FOUND THEN
            RETURN NEXT ids[i];
        END IF;
    END LOOP;
END $$;

CREATE FUNCTION forget_requests(the_rp text, at bigint, most bigint) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    gone_kept bigint;
    gone_invisible bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('sweep', 3));
    WITH gone AS (
        DELETE FROM requests WHERE id IN (
            SELECT id FROM requests WHERE rp = the_rp AND kept_until <= at AND decided_at IS NOT NULL LIMIT most)
        RETURNING invisible)
    SELECT count(*), coalesce(sum(invisible), 0) INTO gone_kept, gone_invisible FROM gone;
    IF gone_kept > 0 THEN
        -- A row of its own, so that nobody who creates is waited for.
        INSERT INTO counts AS c (rp, shard, kept, invisible) VALUES (the_rp, 16, -gone_kept, -gone_invisible)
            ON CONFLICT (rp, shard) DO UPDATE SET kept = c.kept - gone_kept, invisible = c.invisible - gone_invisible;
    END IF;
    RETURN gone_kept;
END $$;

-- A device for the person whom a code is for: `outcome` is bound, code or taken.
CREATE FUNCTION bind_device(
    the_nonce bytea, nonce_end bigint, code bytea, new_device text, the_key text, the_name bytea, at bigint,
    OUT outcome text, OUT device text, OUT person text, OUT address bytea)
LANGUAGE plpgsql AS $$
DECLARE
    used_by text;
    other text;
BEGIN
    PERFORM spend_nonce(the_nonce, nonce_end);
    SELECT users.id, users.email, invites.device INTO person, address, used_by
        FROM invites JOIN users ON users.id = invites.owner
        WHERE invites.hash = code AND invites.ends > at FOR UPDATE OF invites;
    IF NOT FOUND OR (used_by IS NOT NULL AND NOT EXISTS (SELECT FROM devices WHERE id = used_by AND key = the_key)) THEN
        outcome := 'code';
        RETURN;
    END IF;
    INSERT INTO devices (id, owner, key, name, added) VALUES (new_device, person, the_key, the_name, at)
        ON CONFLICT (key) DO NOTHING;
    IF FOUND THEN
        device := new_device;
        PERFORM pg_notify('idw_autheid', 'user ' || person);
    ELSE
        SELECT id, owner INTO device, other FROM devices WHERE key = the_key;
        IF other IS DISTINCT FROM person THEN
            outcome := 'taken';
            RETURN;
        END IF;
    END IF;
    UPDATE invites SET device = bind_device.device WHERE hash = code;
    outcome := 'bound';
END $$;

CREATE FUNCTION open_session(the_nonce bytea, nonce_end bigint, the_device text, token bytea, the_end bigint)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM spend_nonce(the_nonce, nonce_end);
    PERFORM must_be_bound(the_device);
    INSERT INTO sessions (hash, device, ends) VALUES (token, the_device, the_end);
END $$;

CREATE FUNCTION remove_device(the_nonce bytea, nonce_end bigint, the_device text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    person text;
BEGIN
    PERFORM spend_nonce(the_nonce, nonce_end);
    DELETE FROM devices WHERE id = the_device RETURNING owner INTO person;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the device is gone' USING ERRCODE = 'ID002';
    END IF;
    PERFORM pg_notify('idw_autheid', 'user ' || person);
END $$;

CREATE FUNCTION invite_user(
    code bytea, the_end bigint, new_user text, the_tag bytea, the_email bytea, the_secret bytea, at bigint)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    person text;
BEGIN
    -- Who is a user already stays as they are.
    INSERT INTO users (id, email_tag, email, secret, added) VALUES (new_user, the_tag, the_email, the_secret, at)
        ON CONFLICT (email_tag) DO NOTHING;
    SELECT id INTO person FROM users WHERE email_tag = the_tag FOR KEY SHARE;
    INSERT INTO invites (hash, owner, ends) VALUES (code, person, the_end);
    PERFORM pg_notify('idw_autheid', 'user ' || person);
END $$;

-- What is open for the email is shown to nobody who may have it later.
CREATE FUNCTION remove_user(the_tag bytea) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    person text;
BEGIN
    DELETE FROM users WHERE email_tag = the_tag RETURNING id INTO person;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    UPDATE requests SET hidden = true WHERE email = the_tag AND decided_at IS NULL;
    PERFORM pg_notify('idw_autheid', 'user ' || person);
    RETURN true;
END $$;
