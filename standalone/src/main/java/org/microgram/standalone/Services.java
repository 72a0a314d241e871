package org.microgram.standalone;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.microgram.access.Role;
import org.microgram.access.audit.Chain;
import org.microgram.dashboard.review.Written;
import org.microgram.standalone.cli.Session;
import org.microgram.standards.air.Pollutant;

/**
 * What the commands do, once their options are read. Dates are days of Asia/Shanghai.
 *
 * <p>An exception that is {@link Told} reaches the user in their language, any other by its message; both end with exit code 1.
 */
public interface Services {

    /**
     * {@code demo} and {@code run}.
     *
     * @param data the data directory
     * @param port of the page
     * @param untilDone end when the work is done instead of staying up
     * @param bootstrap of a broker outside, with a job outside; else both are in this process
     * @param listen address the page listens at
     * @param store to keep the figures in; else the one they are in, or the embedded one
     */
    record Serve(
            Path data,
            int port,
            boolean untilDone,
            Optional<String> bootstrap,
            String listen,
            Optional<StoreKind> store) {

        static final String LOOPBACK = "127.0.0.1";

        /** Everything in this process, the page at loopback. */
        public Serve(Path data, int port, boolean untilDone) {
            this(data, port, untilDone, Optional.empty(), LOOPBACK, Optional.empty());
        }

        /** The same for some work, with a store. */
        static Serve untilDone(Path data, Optional<StoreKind> store) {
            return new Serve(data, 0, true, Optional.empty(), LOOPBACK, store);
        }
    }

    /**
     * {@code backfill}.
     *
     * @param format name of a reader, such as {@code beijing-archive}
     * @param paths folders, files, archives; they exist
     * @param store to keep the figures in; else the one they are in, or the embedded one
     */
    record Backfill(Path data, String format, List<Path> paths, Optional<StoreKind> store) {

        /** In the store that the figures are in. */
        public Backfill(Path data, String format, List<Path> paths) {
            this(data, format, paths, Optional.empty());
        }
    }

    /**
     * {@code query}.
     *
     * @param subjects ids or names; empty for all
     * @param from first day
     * @param to last day, included
     * @param edition that judges the days of {@code air_day}; else the one in force on them
     * @param out file to write; else the terminal
     */
    record Query(
            Path data,
            String measurement,
            List<String> subjects,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<String> edition,
            Optional<Path> out) {}

    /**
     * {@code compare}.
     *
     * @param editions by name; empty for those in force on the first and the last day
     * @param subjects ids or names; empty for the city
     * @param from first day
     * @param to last day, included
     */
    record Compare(Path data, List<String> editions, List<String> subjects, LocalDate from, LocalDate to) {}

    /**
     * {@code rank}.
     *
     * @param by {@code PM2.5}, {@code composite}, {@code aqi} …
     * @param period {@code 2019-H1}, {@code 2019-01..2019-06} …
     * @param level {@code unit} or {@code station}
     * @param out file to write; else the terminal
     */
    record Rank(Path data, String by, String period, String level, Optional<Path> out) {}

    /**
     * {@code account}.
     *
     * @param area an area or a station, by id or name; empty for that of the target, or the city
     * @param year of the target; empty for that of the target
     * @param asOf the last day that is gone; empty for what the stored days say
     * @param target id of one in config/targets.yaml, or a concentration; empty for the goal of the year
     * @param whatIf last year's rest some percent more or less: {@code +10%}
     * @param csv as a table instead of a page
     */
    record Account(
            Path data,
            Optional<String> area,
            Optional<Integer> year,
            Optional<LocalDate> asOf,
            Optional<String> target,
            Optional<String> whatIf,
            boolean csv) {}

    /** {@code export}: {@code out} is a folder. */
    record Export(Path data, YearMonth month, Path out) {}

    /**
     * {@code explain} and {@code history}.
     *
     * @param figure such as {@code beijing air_day PM2.5 2020-02-12}
     * @param asOf as it was known at this moment; else now
     */
    record Figure(Path data, String figure, Optional<Instant> asOf) {}

    /**
     * {@code screening}: what share of the values each rule flags.
     *
     * @param from first day
     * @param to last day, included
     */
    record Screening(Path data, Optional<LocalDate> from, Optional<LocalDate> to) {}

    /**
     * {@code user}.
     *
     * @param name empty for {@code LIST}
     * @param roles for {@code ADD} and {@code ROLES}
     * @param passwordFile holds the new password; else it is typed
     */
    record UserChange(Path data, Verb verb, String name, Set<Role> roles, Optional<Path> passwordFile) {

        /** What is done with a user. */
        public enum Verb {
            LIST,
            ADD,
            ROLES,
            PASSWORD,
            REMOVE
        }
    }

    /**
     * {@code token}.
     *
     * @param owner the user whom a new one belongs to
     * @param days how long a new one lasts
     */
    record TokenChange(Path data, Verb verb, String name, Set<Role> roles, Optional<String> owner, int days) {

        /** What is done with a token. */
        public enum Verb {
            LIST,
            ADD,
            REVOKE
        }
    }

    /**
     * {@code audit}.
     *
     * @param actor id or name of who acted
     * @param action how the action's name begins
     */
    record AuditQuery(Path data, Optional<String> actor, Optional<String> action) {}

    /** {@code verify-chain}, with a head that was noted elsewhere, or without. */
    record ChainCheck(Path data, Optional<Chain.Noted> noted) {}

    Outcome user(Session session, UserChange request) throws Exception;

    Outcome token(Session session, TokenChange request) throws Exception;

    Outcome audit(Session session, AuditQuery request) throws Exception;

    Outcome verifyChain(Session session, ChainCheck request) throws Exception;

    Outcome demo(Session session, Serve request) throws Exception;

    Outcome run(Session session, Serve request) throws Exception;

    Outcome backfill(Session session, Backfill request) throws Exception;

    Outcome query(Session session, Query request) throws Exception;

    Outcome compare(Session session, Compare request) throws Exception;

    Outcome rank(Session session, Rank request) throws Exception;

    Outcome account(Session session, Account request) throws Exception;

    Outcome export(Session session, Export request) throws Exception;

    Outcome explain(Session session, Figure request) throws Exception;

    Outcome history(Session session, Figure request) throws Exception;

    Outcome screening(Session session, Screening request) throws Exception;

    /**
     * {@code review}.
     *
     * @param written what a person wants, and of which values
     */
    record Review(Path data, Written written) {

        public boolean isList() {
            return written.action().equals("list");
        }
    }

    /** Shows what waits for a person, or sends what one decided. */
    Outcome review(Session session, Review request) throws Exception;

    /**
     * {@code event}.
     *
     * @param id of what is decided
     * @param byRule the signs of dust propose, not a person
     * @param area by id or name; empty where stations are named
     * @param from beginning of the first hour, seconds since 1970 UTC; of a proposal
     * @param to beginning of the last hour, which belongs to it
     */
    record Event(
            Path data,
            Verb verb,
            String id,
            boolean byRule,
            Optional<String> area,
            List<String> stations,
            long from,
            long to,
            List<Pollutant> pollutants,
            String document,
            String reason) {

        /** What is done with an exceptional event. */
        public enum Verb {
            LIST,
            PROPOSE,
            CONFIRM,
            REJECT
        }
    }

    /** Lists, proposes, confirms or rejects exceptional events (dust). */
    Outcome event(Session session, Event request) throws Exception;

    /** {@code store} is where the figures go to; else they stay in the store they are in. */
    Outcome rebuild(Session session, Path data, Optional<StoreKind> store) throws Exception;

    /** Counts a day again from the readings, the long way, and holds it against the store. */
    Outcome reconcile(Session session, Path data, LocalDate day) throws Exception;

    /** Writes what cannot be made again into one file. */
    Outcome backup(Session session, Path data, Path out) throws Exception;

    /** Fills a directory that does not exist yet, or is empty, from a backup, and makes every figure again. */
    Outcome restore(Session session, Path data, Path file) throws Exception;

    /**
     * Brings a directory of an older layout to this one.
     *
     * @param dryRun only says what it would do
     */
    Outcome upgrade(Session session, Path data, boolean dryRun) throws Exception;
}
