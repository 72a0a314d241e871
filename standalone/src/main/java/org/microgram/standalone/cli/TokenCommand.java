package org.microgram.standalone.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.microgram.access.Role;
import org.microgram.standalone.Services;
import org.microgram.standalone.Services.TokenChange.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Options of {@code token}; what it does is {@link Services#token}. */
@Command(name = "token")
final class TokenCommand implements Callable<Integer> {

    private final Services services;

    @Mixin
    private final Common common;

    @Option(names = "--data", paramLabel = "DIR", required = true)
    private Path data;

    @Parameters(index = "0", paramLabel = "list|add|revoke", descriptionKey = "TOKEN_VERB")
    private Verb verb;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", descriptionKey = "TOKEN_NAME")
    private String name;

    @Option(names = "--roles", paramLabel = "ROLE", split = ",", converter = Roles.class)
    private List<Role> roles = List.of();

    @Option(names = "--owner", paramLabel = "USER")
    private String owner;

    @Option(names = "--days", paramLabel = "N", defaultValue = "90")
    private int days;

    @Spec
    private CommandSpec spec;

    TokenCommand(Services services, Common common) {
        this.services = services;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        Session session = common.session();
        if (verb != Verb.LIST && name == null) {
            throw new ParameterException(
                    spec.commandLine(), session.lang().pick("缺少令牌名 NAME", "the token's NAME is missing"));
        }
        Services.TokenChange change = new Services.TokenChange(
                data, verb, name == null ? "" : name, Set.copyOf(roles), Optional.ofNullable(owner), days);
        return services.token(session, change).code();
    }
}
