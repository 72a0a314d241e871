package org.microgram.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.microgram.access.Access;
import org.microgram.access.AccessSettings;
import org.microgram.access.Actor;
import org.microgram.access.Denied;
import org.microgram.access.Denied.Reason;
import org.microgram.access.Permission;
import org.microgram.access.audit.HashAlgorithm;
import org.microgram.dashboard.web.Entrance;
import org.microgram.messages.network.AccessOptions;
import org.microgram.standalone.cli.Session;
import org.microgram.standalone.cli.Who;

/** Where every command passes before it touches a data directory: finds out who acts, asks whether they may, and writes down what they do. */
public final class Gate {

    private final Session session;
    private final Path data;
    private final Access access;
    private final Actor actor;

    private Gate(Session session, Path data, Access access, Actor actor) {
        this.session = session;
        this.data = data;
        this.access = access;
        this.actor = actor;
    }

    /**
     * @throws Denied when nobody says who acts, or they may not
     */
    public static Gate enter(Session session, Path data, Permission permission) {
        Gate gate = enter(session, data);
        gate.access.require(gate.actor, permission);
        return gate;
    }

    /** Finds out who acts; what they may do is asked later. */
    static Gate enter(Session session, Path data) {
        Access access = accessTo(session, data);
        Actor actor = actor(session, access);
        session.who().is(actor.id());
        return new Gate(session, data, access, actor);
    }

    /** Users and audit log of a directory, for whoever needs no right. */
    static Access accessTo(Session session, Path data) {
        return Access.of(data, settings(session.config()), InstantSource.system());
    }

    /** For filling an empty directory from a backup: the users to come are not asked. */
    static Gate ofOwner(Session session, Path data) {
        Access access = accessTo(session, data);
        return new Gate(session, data, access, access.operatingSystemUser());
    }

    private static Actor actor(Session session, Access access) {
        Who who = session.who();
        if (who.known().isPresent()) {
            return access.find(who.known().get()).orElseThrow(Gate::unknown);
        }
        Optional<Actor> owner = access.owner();
        if (who.user().isPresent()) {
            if (owner.isPresent()) {
                throw new Denied(
                        Reason.UNKNOWN,
                        "这里还没有用户，--user 无从谈起\n-> 去掉 --user，或先建用户：user add NAME --roles security",
                        "there are no users here, so --user means nobody\n-> leave --user out, or make users first: user add NAME --roles security");
            }
            String name = who.user().get();
            char[] password = who.passwords()
                    .ask(session.lang().pick(name + " 的密码：", "password of " + name + ": "))
                    .orElseThrow(Gate::noTerminal);
            return access.login(name, password, Access.TERMINAL);
        }
        if (owner.isPresent()) {
            return owner.get();
        }
        return access.withToken(who.token().orElseThrow(Gate::unknown), Access.TERMINAL);
    }

    /** How the bureau lets people in. */
    static AccessSettings settings(Path config) {
        AccessOptions options = AccessOptions.load(config);
        return new AccessSettings(
                HashAlgorithm.of(options.auditHash()).orElseThrow(),
                options.loginAlways(),
                Duration.ofHours(options.sessionHours()),
                options.secureCookies());
    }

    /** Writes down what is done, before it is. The data directory must be open, or have users. */
    public void record(String action, String subject, Map<String, String> details) {
        if (actor.kind() == Actor.Kind.LOCAL && access.audit().head().isEmpty()) {
            session.terminal()
                    .err()
                    .println(session.lang()
                            .pick(
                                    "尚无用户：能写 " + data + " 的人即为其主人，操作以 " + actor.name()
                                            + " 之名记入审计日志。建用户：./microgram user add NAME --roles security --data " + data,
                                    "no users yet: whoever may write " + data
                                            + " owns it, and acts in the audit log as "
                                            + actor.name()
                                            + ". To make users: ./microgram user add NAME --roles security --data "
                                            + data));
        }
        access.record(actor, action, subject, details);
    }

    public Actor actor() {
        return actor;
    }

    public Access access() {
        return access;
    }

    /** Who may come in at the page of this data directory. */
    Entrance entrance() {
        return new Entrance(access, settings(session.config()), InstantSource.system());
    }

    private static Denied unknown() {
        return new Denied(
                Reason.UNKNOWN,
                "这里有用户，须说明由谁操作；未作任何改动。\n-> 加 --user NAME（在终端输入密码），或设置环境变量 " + Who.TOKEN,
                "there are users here, so say who acts; nothing was changed.\n-> give --user NAME (the password is typed at the terminal), or set "
                        + Who.TOKEN);
    }

    private static Denied noTerminal() {
        return new Denied(
                Reason.UNKNOWN,
                "没有可输入密码的终端。\n-> 程序请用令牌：环境变量 " + Who.TOKEN,
                "there is no terminal to type a password at.\n-> a program uses a token: the environment variable "
                        + Who.TOKEN);
    }
}
