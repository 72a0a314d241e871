package org.microgram.standalone.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.microgram.access.Role;
import org.microgram.standalone.Services;
import org.microgram.standalone.Services.UserChange.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Options of {@code user}; what it does is {@link Services#user}. */
@Command(name = "user")
final class UserCommand implements Callable<Integer> {

    private final Services services;

    @Mixin
    private final Common common;

    @Option(names = "--data", paramLabel = "DIR", required = true)
    private Path data;

    @Parameters(index = "0", paramLabel = "list|add|roles|password|remove", descriptionKey = "USER_VERB")
    private Verb verb;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", descriptionKey = "USER_NAME")
    private String name;

    @Option(names = "--roles", paramLabel = "ROLE", split = ",", converter = Roles.class)
    private List<Role> roles = List.of();

    @Option(names = "--password-file", paramLabel = "FILE")
    private Path passwordFile;

    @Spec
    private CommandSpec spec;

    UserCommand(Services services, Common common) {
        this.services = services;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        Session session = common.session();
        if (verb != Verb.LIST && name == null) {
            throw new ParameterException(
                    spec.commandLine(), session.lang().pick("缺少用户名 NAME", "the user's NAME is missing"));
        }
        Services.UserChange change = new Services.UserChange(
                data, verb, name == null ? "" : name, Set.copyOf(roles), Optional.ofNullable(passwordFile));
        return services.user(session, change).code();
    }
}
