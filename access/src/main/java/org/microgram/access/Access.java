package org.microgram.access;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.microgram.access.Denied.Reason;
import org.microgram.access.audit.AuditEntry;
import org.microgram.access.audit.AuditLog;
import org.microgram.access.secrets.PasswordHash;
import org.microgram.access.secrets.TokenText;

/**
 * Who acts on a data directory, what they may do, and the log of what they did.
 *
 * <pre>
 *   Actor actor = access.login(name, password, from);      or withToken, or owner as long as there are no users
 *   access.require(actor, Permission.REVIEW);              throws Denied, and writes down that it did
 *   access.record(actor, "review.set", subject, details);  one line of the audit log, on the disk when it returns
 * </pre>
 *
 * <p>What stands here holds for everybody who comes through a command or the page. Whoever may write the data directory as its
 * operating-system user could also change its files; the chain of the audit log then shows it.
 */
public final class Access {

    /** Where a log-in comes from when it is a command's. */
    public static final String TERMINAL = "terminal";

    private static final String FOLDER = "access";
    private static final String AUDIT = "audit";

    /** A name that nobody typed right is not kept longer than this. */
    private static final int LONGEST_NAME = 100;

    /** Work for a name that does not exist, so that it takes as long as for one that does. */
    private static final PasswordHash NOBODY =
            PasswordHash.of(TokenText.random().toCharArray(), PasswordHash.Parameters.CURRENT);

    /** Each check takes 19 MiB; more at once would be an attack on the memory. */
    private static final Semaphore CHECKS = new Semaphore(2, true);

    private final AuditLog audit;
    private final UserFile users;
    private final Path folder;
    private final InstantSource clock;
    private final LoginGuard guard = new LoginGuard();
    private final String osUser;

    private Access(Path data, AccessSettings settings, InstantSource clock, String osUser) {
        this.folder = data.resolve(FOLDER);
        this.audit = new AuditLog(auditFolder(data), settings.auditHash(), clock);
        this.users = new UserFile(folder.resolve("users.json"));
        this.clock = clock;
        this.osUser = osUser;
    }

    /** Of a data directory; writes nothing until there is something to write down. */
    public static Access of(Path data, AccessSettings settings, InstantSource clock) {
        return new Access(data, settings, clock, System.getProperty("user.name", "owner"));
    }

    /** Where the audit log of a data directory is. */
    public static Path auditFolder(Path data) {
        return data.resolve(AUDIT);
    }

    /** Users and tokens as they are now. */
    public UserBook users() {
        return users.read();
    }

    /** The digest of the users file as it is now; empty when there is none. Each change of it is in the audit log with this digest. */
    public Optional<String> usersDigest() {
        return users.digest();
    }

    /** Who owns the data directory, as long as nobody else is defined. */
    public Optional<Actor> owner() {
        return users.read().isEmpty() ? Optional.of(operatingSystemUser()) : Optional.empty();
    }

    /**
     * Lets a person in by name and password; written down either way.
     *
     * @param from the address, or {@link #TERMINAL}
     * @throws Denied {@code CREDENTIALS} or {@code LOCKED}
     */
    public Actor login(String name, char[] password, String from) {
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
        Optional<Duration> wait = guard.begin(shown, from, clock.instant());
        if (wait.isPresent()) {
            throw locked(wait.get());
        }
        Optional<User> user = users.read().user(name);
        boolean right = check(user.map(User::password).orElse(NOBODY), password) && user.isPresent();
        if (!right) {
            record(Actor.anybody(), "login.failed", shown, Map.of("from", from));
            if (guard.isFull(shown, from)) {
                record(Actor.anybody(), "login.locked", shown, Map.of("from", from));
            }
            throw wrong();
        }
        guard.succeeded(shown, from);
        Actor actor = actor(user.get());
        record(actor, "login", actor.id(), Map.of("from", from));
        if (user.get().password().isOutdated()) {
            administration().upgrade(actor, password);
        }
        return actor;
    }

    /**
     * Lets a machine in by its token. Only failures are written down: a machine comes every few seconds.
     *
     * @throws Denied {@code CREDENTIALS} or {@code LOCKED}
     */
    public Actor withToken(String text, String from) {
        Optional<TokenText> given = TokenText.parse(text);
        UserBook book = users.read();
        Optional<Token> token = given.flatMap(each -> book.token(each.id()));
        boolean right = token.isPresent()
                && TokenText.same(token.get().sha256(), given.orElseThrow().sha256());
        boolean expired = right && !clock.instant().isBefore(token.get().expires());
        if (right && !expired && book.isBacked(token.get())) {
            return actor(token.get());
        }
        String name = "token " + given.map(TokenText::id).orElse("of no known form");
        Optional<Duration> wait = guard.begin(name, from, clock.instant());
        if (wait.isPresent()) {
            throw locked(wait.get()); // counted, and not written down again and again
        }
        record(
                Actor.anybody(),
                "login.failed",
                name,
                Map.of(
                        "from",
                        from,
                        "why",
                        expired ? "expired " + token.get().expires() : right ? "its owner may not" : "not known"));
        throw expired ? expired(token.get()) : right ? ownerMayNot(token.get()) : wrong();
    }

    /**
     * Who an id stands for now: with the roles of this moment. Empty when there is no such user any more, the token expired or ended
     * with its owner, or an owner was said where users are defined.
     */
    public Optional<Actor> find(String id) {
        UserBook book = users.read();
        if (id.startsWith("user:")) {
            return book.user(id.substring("user:".length())).map(Access::actor);
        }
        if (id.startsWith("token:")) {
            return book.token(id.substring("token:".length()))
                    .filter(token -> clock.instant().isBefore(token.expires()) && book.isBacked(token))
                    .map(Access::actor);
        }
        return owner().filter(owner -> owner.id().equals(id));
    }

    /** Who a log-in of that moment stands for now: empty when the person is gone, or has had another password since. */
    public Optional<Actor> find(String id, Instant since) {
        return find(id).filter(actor -> actor.kind() == Actor.Kind.USER)
                .flatMap(actor -> users.read().user(actor.name()))
                .filter(user -> !user.passwordSet().isAfter(since))
                .map(Access::actor);
    }

    /**
     * Ends here when the actor may not.
     *
     * @throws Denied {@code PERMISSION}, written down
     */
    public void require(Actor actor, Permission permission) {
        if (actor.may(permission)) {
            return;
        }
        record(actor, "denied", permission.name().toLowerCase(java.util.Locale.ROOT), Map.of());
        if (actor.lacksOwnerFor(permission)) {
            throw needsOwner(actor, permission);
        }
        throw new Denied(
                Reason.PERMISSION,
                actor.name() + " 无权" + permission.chinese() + "；未作任何改动。\n-> 请有此权限的人操作，或由安全管理员授予角色：user roles "
                        + actor.name() + " --roles …",
                actor.name() + " may not " + permission.english()
                        + "; nothing was changed.\n-> ask somebody who may, or have a role given by whoever holds security: user roles "
                        + actor.name() + " --roles …");
    }

    /** Writes down what somebody did; of what a token did, that its owner did it, and by which. */
    public AuditEntry record(Actor actor, String action, String subject, Map<String, String> details) {
        if (actor.personId().equals(actor.id())) {
            return audit.append(actor.id(), action, subject, details);
        }
        Map<String, String> all = new TreeMap<>(details);
        all.put("by", actor.id());
        return audit.append(actor.personId(), action, subject, all);
    }

    public AuditLog audit() {
        return audit;
    }

    /** The operating system's user, whoever else is defined: who fills an empty directory from a backup. */
    public Actor operatingSystemUser() {
        return Actor.local(osUser);
    }

    /** Changes of users and tokens. */
    public Administration administration() {
        return new Administration(this, folder, users, clock);
    }

    private static Actor actor(User user) {
        return new Actor(Actor.Kind.USER, user.name(), user.roles(), Optional.empty());
    }

    private static Actor actor(Token token) {
        return new Actor(Actor.Kind.TOKEN, token.id(), token.roles(), token.owner());
    }

    private static boolean check(PasswordHash hash, char[] password) {
        CHECKS.acquireUninterruptibly();
        try {
            return hash.matches(password);
        } finally {
            CHECKS.release();
        }
    }

    private static Denied wrong() {
        return new Denied(
                Reason.CREDENTIALS,
                "用户名、密码或令牌不对。\n-> 核对后再试；忘记密码请找安全管理员：user password NAME",
                "Name and password, or the token, are not right.\n-> look again; a forgotten password is set anew by whoever holds security: user password NAME");
    }

    private static Denied expired(Token token) {
        return new Denied(
                Reason.CREDENTIALS,
                "令牌 " + token.name() + " 已于 " + token.expires() + " 到期。\n-> 由安全管理员另发一个：token add",
                "The token " + token.name() + " expired at " + token.expires()
                        + ".\n-> whoever holds security makes another: token add");
    }

    private static Denied ownerMayNot(Token token) {
        String owner = token.owner().orElseThrow();
        return new Denied(
                Reason.CREDENTIALS,
                "令牌 " + token.name() + " 的所有者 " + owner + " 已不在，或不再持有其角色；令牌随之失效。\n-> 由安全管理员另发一个：" + anew(token),
                "The token " + token.name() + " belongs to " + owner
                        + ", who is gone or holds its role no longer; so it ended.\n-> whoever holds security makes another: "
                        + anew(token));
    }

    /** A token from before tokens had owners. */
    private Denied needsOwner(Actor actor, Permission permission) {
        Token token = users.read().token(actor.name()).orElseThrow();
        return new Denied(
                Reason.PERMISSION,
                "令牌 " + token.name() + " 未写明归谁所有，不能" + permission.chinese() + "；未作任何改动。\n-> 由安全管理员重发：" + anew(token),
                "The token " + token.name() + " does not say whom it belongs to, so it may not "
                        + permission.english() + "; nothing was changed.\n-> whoever holds security makes it anew: "
                        + anew(token));
    }

    private static String anew(Token token) {
        return "token revoke " + token.name() + "; token add " + token.name() + " --roles "
                + UserBook.labels(token.roles()) + " --owner USER";
    }

    private static Denied locked(Duration wait) {
        long minutes = wait.toMinutes() + 1;
        return new Denied(
                Reason.LOCKED,
                "失败次数过多，暂不受理。\n-> " + minutes + " 分钟后再试",
                "Too many log-ins failed; no password is looked at for now.\n-> try again in " + minutes + " minutes");
    }
}
