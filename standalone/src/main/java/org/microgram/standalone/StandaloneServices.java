package org.microgram.standalone;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.microgram.standalone.cli.Session;
import org.microgram.standalone.platform.Serving;

/**
 * What stands behind the commands. In a process of its own a command opens the data directory, or hands itself to the process that owns
 * it; in that process the same command works on what is open. What each does is in the class named for it.
 */
final class StandaloneServices implements Services {

    private final Reach reach;
    private final ServeCommands serve;
    private final BackfillCommands backfill;
    private final FigureCommands figures;
    private final ReviewCommands review;
    private final EventCommands events;
    private final DirectoryCommands directory;

    private StandaloneServices(Reach reach) {
        this.reach = reach;
        this.serve = new ServeCommands(reach);
        this.backfill = new BackfillCommands(reach, serve);
        this.figures = new FigureCommands(reach);
        this.review = new ReviewCommands(reach, serve);
        this.events = new EventCommands(reach);
        this.directory = new DirectoryCommands(reach, serve);
    }

    /** For a process of its own. */
    static Services ofProcess() {
        return new StandaloneServices(Reach.ofProcess());
    }

    /** For a command that was handed to the process that has this open. */
    static Services inside(Serving serving) {
        return new StandaloneServices(Reach.inside(serving));
    }

    @Override
    public Outcome demo(Session session, Serve request) throws Exception {
        return serve.demo(session, request);
    }

    @Override
    public Outcome run(Session session, Serve request) throws Exception {
        return serve.run(session, request);
    }

    @Override
    public Outcome backfill(Session session, Backfill request) throws Exception {
        return backfill.backfill(session, request);
    }

    @Override
    public Outcome query(Session session, Query request) throws Exception {
        return figures.query(session, request);
    }

    @Override
    public Outcome rank(Session session, Rank request) throws Exception {
        return figures.rank(session, request);
    }

    @Override
    public Outcome account(Session session, Account request) throws Exception {
        return figures.account(session, request);
    }

    @Override
    public Outcome compare(Session session, Compare request) throws Exception {
        return figures.compare(session, request);
    }

    @Override
    public Outcome export(Session session, Export request) throws Exception {
        return figures.export(session, request);
    }

    @Override
    public Outcome explain(Session session, Figure request) throws Exception {
        return figures.explain(session, request);
    }

    @Override
    public Outcome history(Session session, Figure request) throws Exception {
        return figures.history(session, request);
    }

    @Override
    public Outcome screening(Session session, Screening request) throws Exception {
        return figures.screening(session, request);
    }

    @Override
    public Outcome review(Session session, Review request) throws Exception {
        return review.review(session, request);
    }

    @Override
    public Outcome rebuild(Session session, Path data, Optional<StoreKind> store) throws Exception {
        return directory.rebuild(session, data, store);
    }

    @Override
    public Outcome reconcile(Session session, Path data, LocalDate day) throws Exception {
        return directory.reconcile(session, data, day);
    }

    @Override
    public Outcome backup(Session session, Path data, Path out) throws Exception {
        return directory.backup(session, data, out);
    }

    @Override
    public Outcome restore(Session session, Path data, Path file) throws Exception {
        return directory.restore(session, data, file);
    }

    @Override
    public Outcome upgrade(Session session, Path data, boolean dryRun) throws Exception {
        return directory.upgrade(session, data, dryRun);
    }

    @Override
    public Outcome user(Session session, UserChange request) throws Exception {
        reach.refuseInside(session);
        return AccessCommands.user(session, request);
    }

    @Override
    public Outcome token(Session session, TokenChange request) throws Exception {
        reach.refuseInside(session);
        return AccessCommands.token(session, request);
    }

    @Override
    public Outcome event(Session session, Event request) throws Exception {
        return events.event(session, request);
    }

    @Override
    public Outcome audit(Session session, AuditQuery request) throws Exception {
        return AccessCommands.audit(session, request);
    }

    @Override
    public Outcome verifyChain(Session session, ChainCheck request) throws Exception {
        return AccessCommands.verifyChain(session, request);
    }
}
