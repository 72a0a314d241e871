package org.microgram.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.microgram.access.Denied.Reason;

/**
 * All users and tokens. Does not change; a change gives another one, which keeps the rules or does not come to be. A token that belongs to a
 * user ends with the user, and with a role that it decides on data by: another person of that name later does not inherit it.
 */
public final class UserBook {

    public static final UserBook EMPTY = new UserBook(Map.of(), Map.of());

    /** Letters of any script, digits, and three signs inside: safe in files, addresses and terminals. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

    private final Map<String, User> users;
    private final Map<String, Token> tokens;

    private UserBook(Map<String, User> users, Map<String, Token> tokens) {
        this.users = Map.copyOf(users);
        this.tokens = Map.copyOf(tokens);
    }

    /**
     * @throws Denied when a name is twice, or a rule is broken
     */
    static UserBook of(Collection<User> users, Collection<Token> tokens) {
        UserBook book = EMPTY;
        // Whoever manages users first: without one there must be no other.
        List<User> ordered = users.stream()
                .sorted((a, b) -> Boolean.compare(
                        b.roles().contains(Role.SECURITY), a.roles().contains(Role.SECURITY)))
                .toList();
        for (User user : ordered) {
            book = book.add(user);
        }
        for (Token token : tokens) {
            book = book.add(token); // also one without the owner that a new one needs: older files have them
        }
        return book;
    }

    public boolean isEmpty() {
        return users.isEmpty();
    }

    /** By name. */
    public List<User> users() {
        return List.copyOf(new TreeMap<>(users).values());
    }

    /** By id. */
    public List<Token> tokens() {
        return List.copyOf(new TreeMap<>(tokens).values());
    }

    public Optional<User> user(String name) {
        return Optional.ofNullable(users.get(name));
    }

    public Optional<Token> token(String id) {
        return Optional.ofNullable(tokens.get(id));
    }

    /** Whether its owner, if it has one, is still there and holds the roles by which it decides on data. */
    boolean isBacked(Token token) {
        return token.owner().isEmpty()
                || user(token.owner().get())
                        .filter(owner -> owner.roles().containsAll(token.personalRoles()))
                        .isPresent();
    }

    UserBook add(User user) {
        if (users.containsKey(user.name())) {
            throw rule(
                    "已有用户 " + user.name() + "\n-> 换一个名字，或用 user roles 改其角色",
                    "there is a user " + user.name()
                            + " already\n-> take another name, or change its roles with: user roles");
        }
        checkName(user.name());
        return replace(user);
    }

    /** The same user, otherwise. */
    UserBook replace(User user) {
        checkRoles(user.roles());
        Map<String, User> next = new TreeMap<>(users);
        next.put(user.name(), user);
        return checked(new UserBook(next, tokens).withoutEnded());
    }

    UserBook remove(User user) {
        Map<String, User> next = new TreeMap<>(users);
        next.remove(user.name());
        return checked(new UserBook(next, tokens).withoutEnded());
    }

    private UserBook withoutEnded() {
        Map<String, Token> next = new TreeMap<>(tokens);
        next.values().removeIf(token -> !isBacked(token));
        return new UserBook(users, next);
    }

    /** A new token: one that decides on data names whom it belongs to. */
    UserBook issue(Token token) {
        UserBook next = add(token);
        if (token.owner().isEmpty() && !token.personalRoles().isEmpty()) {
            throw rule(
                    "审核、复核须知是何人所为：带 " + labels(token.personalRoles()) + " 的令牌须写明归谁所有\n-> --owner USER，该用户须持有同样的角色",
                    "a review is somebody's: a token with " + labels(token.personalRoles())
                            + " says whom it belongs to\n-> --owner USER, a user who holds the same role");
        }
        if (!isBacked(token)) {
            String owner = token.owner().orElseThrow();
            throw user(owner).isEmpty()
                    ? rule(
                            "没有用户 " + owner + "\n-> user list 列出全部；先建用户：user add " + owner + " --roles "
                                    + labels(token.roles()),
                            "there is no user " + owner + "\n-> user list shows all; make the user first: user add "
                                    + owner + " --roles " + labels(token.roles()))
                    : rule(
                            owner + " 不持有 " + labels(token.personalRoles()) + "，其令牌也不能有\n-> 写持有此角色的用户，或少给令牌角色；" + owner
                                    + " 现有：" + labels(user(owner).get().roles()),
                            owner + " does not hold " + labels(token.personalRoles())
                                    + ", so no token of theirs can\n-> name a user who does, or give the token less; "
                                    + owner + " holds "
                                    + labels(user(owner).get().roles()));
        }
        return next;
    }

    UserBook add(Token token) {
        checkName(token.name());
        checkRoles(token.roles());
        if (tokens.values().stream().anyMatch(other -> other.name().equals(token.name()))) {
            throw rule(
                    "已有名为 " + token.name() + " 的令牌\n-> 换一个名字，或先用 token revoke 撤销它",
                    "there is a token called " + token.name()
                            + " already\n-> take another name, or revoke that one first with: token revoke");
        }
        if (users.isEmpty()) {
            throw rule(
                    "还没有用户，令牌无从谈起\n-> 先建一名安全管理员：user add NAME --roles security",
                    "there are no users yet, so nobody needs a token\n-> first make a user who may manage them: user add NAME --roles security");
        }
        Map<String, Token> next = new TreeMap<>(tokens);
        next.put(token.id(), token);
        return new UserBook(users, next);
    }

    UserBook remove(Token token) {
        Map<String, Token> next = new TreeMap<>(tokens);
        next.remove(token.id());
        return new UserBook(users, next);
    }

    private static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw rule(
                    "这不是可用的名字\n-> 用字母、汉字、数字，中间可有 . _ -，最多 64 个字符，例如 li.wei",
                    "that is no name to be used\n-> write letters of any script and digits, inside also . _ -, at most 64 characters, such as li.wei");
        }
    }

    private static void checkRoles(Set<Role> roles) {
        if (roles.isEmpty()) {
            throw rule(
                    "至少需要一个角色\n-> --roles viewer，多个以逗号分隔",
                    "at least one role is needed\n-> --roles viewer, several joined by commas");
        }
        List<String> powers =
                roles.stream().filter(Role::isPower).map(Role::label).sorted().toList();
        if (powers.size() > 1) {
            String names = String.join(", ", powers);
            throw rule(
                    "三权分立：一人不能同时持有 " + names + "\n-> 分给不同的人",
                    "the powers are kept apart: nobody holds " + names + " at once\n-> give them to different persons");
        }
    }

    /** One of the users can manage users; else nobody could ever again, or the owner's time would come back unsaid. */
    private static UserBook checked(UserBook next) {
        boolean managed =
                next.users.values().stream().anyMatch(user -> user.roles().contains(Role.SECURITY));
        if (!managed) {
            throw rule(
                    "至少要有一名安全管理员 (security)，否则再也无人能管理用户\n-> 先给一名用户 security 角色",
                    "at least one user must hold the role security, or nobody could manage users again\n-> first give it to one: user add NAME --roles security");
        }
        return next;
    }

    private static Denied rule(String chinese, String english) {
        return new Denied(Reason.RULE, chinese, english);
    }

    /** Names of roles as they are written. */
    public static String labels(Set<Role> roles) {
        return roles.stream().sorted().map(Role::label).collect(Collectors.joining(","));
    }
}
