package org.microgram.standalone;

import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.microgram.access.Access;
import org.microgram.access.Administration;
import org.microgram.access.Denied;
import org.microgram.access.Denied.Reason;
import org.microgram.access.Permission;
import org.microgram.access.Token;
import org.microgram.access.User;
import org.microgram.access.UserBook;
import org.microgram.access.audit.AuditEntry;
import org.microgram.access.audit.Chain;
import org.microgram.access.audit.ChainReport;
import org.microgram.access.secrets.TokenText;
import org.microgram.standalone.cli.Session;
import org.microgram.standalone.terminal.Lang;
import org.microgram.standalone.terminal.Tables;

/**
 * What {@code user}, {@code token}, {@code audit} and {@code verify-chain} do and say. They work beside a running Microgram: users and audit
 * log have locks of their own, and a running process sees a change at once.
 */
final class AccessCommands {

    private AccessCommands() {}

    static Outcome user(Session session, Services.UserChange request) throws Exception {
        if (request.verb() == Services.UserChange.Verb.ADD
                && LockFile.holder(request.data()).isEmpty()) {
            // It may be empty yet: users come first. Beside a running process the lock is that one's.
            DataDirectory.open(request.data()).close();
        }
        requireData(session, request.data());
        Gate gate = Gate.enter(session, request.data());
        Administration administration = gate.access().administration();
        String name = request.name();
        List<Token> tokens = gate.access().users().tokens();
        switch (request.verb()) {
            case LIST -> {
                gate.access().require(gate.actor(), Permission.MANAGE_USERS);
                try (Tables table = session.table(List.of("name", "roles", "password_set"))) {
                    for (User user : gate.access().users().users()) {
                        table.row(List.of(
                                user.name(),
                                UserBook.labels(user.roles()),
                                user.passwordSet().toString()));
                    }
                }
                return Outcome.DONE;
            }
            case ADD ->
                administration.addUser(
                        gate.actor(), name, request.roles(), newPassword(session, request.passwordFile()));
            case ROLES -> administration.setRoles(gate.actor(), name, request.roles());
            case PASSWORD ->
                administration.setPassword(gate.actor(), name, newPassword(session, request.passwordFile()));
            case REMOVE -> administration.removeUser(gate.actor(), name);
        }
        session.terminal().err().println(session.lang().pick("已完成，并记入审计日志。", "done, and written into the audit log."));
        String ended = tokens.stream()
                .filter(token -> gate.access().users().token(token.id()).isEmpty())
                .map(Token::name)
                .collect(Collectors.joining(", "));
        if (!ended.isEmpty()) {
            session.terminal().err().println(session.lang().pick("随之失效的令牌：", "tokens that ended with it: ") + ended);
        }
        return Outcome.DONE;
    }

    static Outcome token(Session session, Services.TokenChange request) throws Exception {
        requireData(session, request.data());
        Gate gate = Gate.enter(session, request.data());
        Administration administration = gate.access().administration();
        switch (request.verb()) {
            case LIST -> {
                gate.access().require(gate.actor(), Permission.MANAGE_USERS);
                try (Tables table = session.table(List.of("id", "name", "roles", "owner", "made", "expires"))) {
                    for (Token token : gate.access().users().tokens()) {
                        table.row(List.of(
                                token.id(),
                                token.name(),
                                UserBook.labels(token.roles()),
                                token.owner().orElse(""),
                                token.made().toString(),
                                token.expires().toString()));
                    }
                }
            }
            case ADD -> {
                TokenText text = administration.addToken(
                        gate.actor(),
                        request.name(),
                        request.roles(),
                        request.owner(),
                        Duration.ofDays(request.days()));
                session.terminal()
                        .err()
                        .println(
                                session.lang()
                                        .pick(
                                                "令牌只显示这一次；请存于密钥库，以环境变量 MICROGRAM_TOKEN 或 Authorization: Bearer 使用。",
                                                "the token is shown this once; keep it with your secrets, and use it as MICROGRAM_TOKEN or Authorization: Bearer."));
                session.terminal().out().println(text.reveal());
            }
            case REVOKE -> {
                administration.revokeToken(gate.actor(), request.name());
                session.terminal().err().println(session.lang().pick("已撤销。", "revoked."));
            }
        }
        return Outcome.DONE;
    }

    /** Entries as they are, oldest first. Reading them is itself written down. */
    static Outcome audit(Session session, Services.AuditQuery request) throws Exception {
        requireData(session, request.data());
        Gate gate = Gate.enter(session, request.data(), Permission.READ_AUDIT);
        if (Files.isDirectory(Access.auditFolder(request.data()))) {
            gate.record("audit.read", "", Map.of());
        }
        List<String> header = List.of("number", "time", "actor", "action", "subject", "details", "hash");
        ChainReport report;
        try (Tables table = session.table(header)) {
            report = Chain.read(Access.auditFolder(request.data()), Optional.empty(), entry -> {
                if (wanted(entry, request)) {
                    table.row(List.of(
                            Long.toString(entry.number()),
                            entry.time().toString(),
                            oneLine(entry.actor()),
                            oneLine(entry.action()),
                            oneLine(entry.subject()),
                            oneLine(entry.details().toString()),
                            entry.hash()));
                }
            });
        }
        return told(session, report, Optional.empty()) ? Outcome.DONE : Outcome.FAILED;
    }

    private static boolean wanted(AuditEntry entry, Services.AuditQuery request) {
        return request.action().map(entry.action()::startsWith).orElse(true)
                && request.actor()
                        .map(name -> entry.actor().equals(name) || entry.actor().endsWith(":" + name))
                        .orElse(true);
    }

    /** A terminal must not be steered by what somebody else typed as a name. */
    private static String oneLine(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Needs no right: whether the log is sound may be asked by everybody who can read it, and tells nothing of what is in it. */
    static Outcome verifyChain(Session session, Services.ChainCheck request) throws Exception {
        requireData(session, request.data());
        ChainReport report = Chain.verify(Access.auditFolder(request.data()), request.noted());
        Optional<String> users = Gate.accessTo(session, request.data()).usersDigest();
        Optional<Boolean> usersAsAudited =
                report.broken().isPresent() || report.lastUsers().isEmpty() && users.isEmpty()
                        ? Optional.empty()
                        : Optional.of(report.lastUsers().equals(users));
        if (session.json()) {
            session.terminal().out().println(ChainJson.print(report, usersAsAudited));
            return report.broken().isEmpty() && usersAsAudited.orElse(true) ? Outcome.DONE : Outcome.FAILED;
        }
        return told(session, report, usersAsAudited) ? Outcome.DONE : Outcome.FAILED;
    }

    private static boolean told(Session session, ChainReport report, Optional<Boolean> usersAsAudited) {
        Lang lang = session.lang();
        if (report.broken().isPresent()) {
            ChainReport.Broken broken = report.broken().get();
            session.terminal()
                    .err()
                    .println(lang.pick(
                                    "审计日志第 %,d 条（%s 第 %d 行）%s。%n此前 %,d 条完好。%n-> 保存整个目录作为证据，再从备份恢复",
                                    "entry %,d of the audit log (%s, line %d) %s.%nThe %,d before it are sound.%n-> keep a copy of the folder as evidence, then restore it from a backup")
                            .formatted(
                                    broken.number(),
                                    broken.file(),
                                    broken.line(),
                                    lang.pick(
                                            broken.fault().chinese(),
                                            broken.fault().english()),
                                    report.entries()));
            return false;
        }
        session.terminal()
                .err()
                .println(
                        report.head().isEmpty()
                                ? lang.pick("审计日志为空。", "the audit log is empty.")
                                : lang.pick(
                                                "审计日志完好：%,d 条，自 %s。链头（请记在别处）：%d:%s",
                                                "the audit log is sound: %,d entries since %s. Its head, to be noted elsewhere: %d:%s")
                                        .formatted(
                                                report.entries(),
                                                report.from().orElseThrow(),
                                                report.head().get().number(),
                                                report.head().get().hash()));
        if (!usersAsAudited.orElse(true)) {
            session.terminal()
                    .err()
                    .println(lang.pick(
                            "但用户文件与审计日志记下的不符：有人绕过命令改动过，或写入时被中断。%n-> user list 核对用户与角色，再用 user password 或 user roles 写一次"
                                    .formatted(),
                            "but the users file is not what the audit log says: it was changed by other means, or a write was cut off.%n-> look at user list, then write it once more with user password or user roles"
                                    .formatted()));
            return false;
        }
        return true;
    }

    private static void requireData(Session session, Path data) {
        if (!Files.isDirectory(data)) {
            throw new IllegalArgumentException(session.lang()
                    .pick("找不到数据目录 %s。%n-> 用 --data 指定", "there is no data directory %s.%n-> give it with --data")
                    .formatted(data));
        }
    }

    private static char[] newPassword(Session session, Optional<Path> file) throws IOException {
        if (file.isPresent()) {
            CharBuffer text = StandardCharsets.UTF_8.decode(java.nio.ByteBuffer.wrap(Files.readAllBytes(file.get())));
            return text.toString().strip().toCharArray();
        }
        Lang lang = session.lang();
        char[] first = ask(session, lang.pick("新密码：", "new password: "));
        char[] second = ask(session, lang.pick("再输一次：", "once more: "));
        if (!java.util.Arrays.equals(first, second)) {
            throw new Denied(
                    Reason.RULE,
                    "两次输入不同；未作任何改动。\n-> 再来一次",
                    "the two are not the same; nothing was changed.\n-> try again");
        }
        return first;
    }

    private static char[] ask(Session session, String prompt) {
        return session.who()
                .passwords()
                .ask(prompt)
                .orElseThrow(() -> new Denied(
                        Reason.RULE,
                        "没有可输入密码的终端。\n-> 用 --password-file FILE 给出",
                        "there is no terminal to type a password at.\n-> give it in a file: --password-file FILE"));
    }
}
