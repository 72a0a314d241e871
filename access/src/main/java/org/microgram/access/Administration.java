package org.microgram.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.microgram.access.Denied.Reason;
import org.microgram.access.audit.Chain;
import org.microgram.access.files.FolderLock;
import org.microgram.access.secrets.PasswordHash;
import org.microgram.access.secrets.TokenText;

/**
 * Changes of users and tokens. Each needs {@link Permission#MANAGE_USERS}, is written down before it is done, with the digest of the file
 * that it leads to, and is seen by a running process at once.
 */
public final class Administration {

    /** NIST SP 800-63B counts length, not kinds of characters. */
    static final int SHORTEST_PASSWORD = 12;

    private static final int LONGEST_PASSWORD = 256;
    private static final Duration LONGEST_TOKEN = Duration.ofDays(366);

    private final Access access;
    private final Path folder;
    private final UserFile file;
    private final InstantSource clock;

    Administration(Access access, Path folder, UserFile file, InstantSource clock) {
        this.access = access;
        this.folder = folder;
        this.file = file;
        this.clock = clock;
    }

    /** The first user must hold {@link Role#SECURITY}: with it ends the time in which the owner may do all. */
    public void addUser(Actor actor, String name, Set<Role> roles, char[] password) {
        access.require(actor, Permission.MANAGE_USERS);
        checkPassword(name, password);
        User user = new User(name, Set.copyOf(roles), hash(password), clock.instant());
        change(actor, "user.add", "user:" + name, Map.of("roles", UserBook.labels(roles)), book -> book.add(user));
    }

    /** The person's roles from now on; a token of theirs that decides on data by a lost one ends. Nobody changes their own. */
    public void setRoles(Actor actor, String name, Set<Role> roles) {
        access.require(actor, Permission.MANAGE_USERS);
        if (actor.personId().equals("user:" + name)) {
            throw rule("不能改自己的角色\n-> 请另一名安全管理员来改", "nobody changes their own roles\n-> ask another who holds security");
        }
        String before = UserBook.labels(user(file.read(), name).roles());
        change(
                actor,
                "user.roles",
                "user:" + name,
                Map.of("roles", UserBook.labels(roles), "before", before),
                book -> book.replace(user(book, name).with(Set.copyOf(roles))));
    }

    /** One's own, or with the right to manage users anybody's. Sessions from before are over. */
    public void setPassword(Actor actor, String name, char[] password) {
        if (!actor.id().equals("user:" + name)) {
            access.require(actor, Permission.MANAGE_USERS);
        }
        checkPassword(name, password);
        PasswordHash hash = hash(password);
        change(
                actor,
                "user.password",
                "user:" + name,
                Map.of(),
                book -> book.replace(user(book, name).with(hash, clock.instant())));
    }

    /** With the tokens of theirs. */
    public void removeUser(Actor actor, String name) {
        access.require(actor, Permission.MANAGE_USERS);
        String before = UserBook.labels(user(file.read(), name).roles());
        change(actor, "user.remove", "user:" + name, Map.of("before", before), book -> book.remove(user(book, name)));
    }

    /**
     * A key for a machine.
     *
     * @param owner the user who answers for it; needed where a role decides on data, and then a user who holds it too
     * @return the token; its text can be shown now and never again
     */
    public TokenText addToken(Actor actor, String name, Set<Role> roles, Optional<String> owner, Duration lasts) {
        access.require(actor, Permission.MANAGE_USERS);
        if (lasts.isNegative() || lasts.isZero() || lasts.compareTo(LONGEST_TOKEN) > 0) {
            throw rule("令牌有效期须为 1 至 366 天\n-> --days 90", "a token lasts from 1 to 366 days\n-> write --days 90");
        }
        TokenText text = TokenText.create();
        Instant now = clock.instant();
        Token token = new Token(text.id(), name, Set.copyOf(roles), text.sha256(), now, now.plus(lasts), owner);
        Map<String, String> details = new TreeMap<>(Map.of(
                "name",
                name,
                "roles",
                UserBook.labels(roles),
                "expires",
                token.expires().toString()));
        owner.ifPresent(user -> details.put("owner", user));
        change(actor, "token.add", "token:" + text.id(), details, book -> book.issue(token));
        return text;
    }

    /** @param name its name or id */
    public void revokeToken(Actor actor, String name) {
        access.require(actor, Permission.MANAGE_USERS);
        Token token = file.read().tokens().stream()
                .filter(each -> each.name().equals(name) || each.id().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> rule("没有这个令牌\n-> token list 列出全部", "there is no such token\n-> token list shows all"));
        change(actor, "token.revoke", "token:" + token.id(), Map.of("name", token.name()), book -> book.remove(token));
    }

    /** The same password, kept with the work that is thought enough today. */
    void upgrade(Actor actor, char[] password) {
        PasswordHash hash = hash(password);
        change(actor, "user.password.rehashed", actor.id(), Map.of(), book -> {
            User user = user(book, actor.name());
            return book.replace(user.with(hash, user.passwordSet()));
        });
    }

    private static User user(UserBook book, String name) {
        return book.user(name)
                .orElseThrow(() -> rule("没有这个用户\n-> user list 列出全部", "there is no such user\n-> user list shows all"));
    }

    private static Denied rule(String chinese, String english) {
        return new Denied(Reason.RULE, chinese, english);
    }

    private void change(
            Actor actor, String action, String subject, Map<String, String> details, UnaryOperator<UserBook> change) {
        try (FolderLock turn = FolderLock.take(folder)) {
            UserBook before = file.read();
            UserBook after = change.apply(before);
            byte[] bytes = UserFile.print(after);
            Map<String, String> all = new TreeMap<>(details);
            String ended = before.tokens().stream()
                    .map(Token::id)
                    .filter(id -> after.token(id).isEmpty() && !subject.equals("token:" + id))
                    .collect(Collectors.joining(","));
            if (!ended.isEmpty()) {
                all.put("tokens_ended", ended);
            }
            all.put(Chain.USERS, UserFile.digest(bytes));
            access.record(actor, action, subject, all);
            file.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The users of " + folder + " cannot be written: " + e.getMessage()
                            + "\n-> make it writable for this user; nothing was changed",
                    e);
        }
    }

    private static PasswordHash hash(char[] password) {
        return PasswordHash.of(password, PasswordHash.Parameters.CURRENT);
    }

    private static void checkPassword(String name, char[] password) {
        if (password.length < SHORTEST_PASSWORD
                || password.length > LONGEST_PASSWORD
                || new String(password).contains(name)) {
            throw rule(
                    "密码须为 12 至 256 个字符，且不含用户名\n-> 几个不相干的词即可",
                    "a password has 12 to 256 characters and does not hold the user's name\n-> some words that have nothing to do with each other will do");
        }
    }
}
