package org.microgram.standalone.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.microgram.access.audit.Chain;
import org.microgram.standalone.Services;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options of {@code verify-chain}; what it does is {@link Services#verifyChain}. */
@Command(name = "verify-chain")
final class VerifyChainCommand implements Callable<Integer> {

    private final Services services;

    @Mixin
    private final Common common;

    @Option(names = "--data", paramLabel = "DIR", required = true)
    private Path data;

    @Option(names = "--head", paramLabel = "NUMBER:HASH", converter = NotedHead.class)
    private Chain.Noted head;

    VerifyChainCommand(Services services, Common common) {
        this.services = services;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        return services.verifyChain(common.session(), new Services.ChainCheck(data, Optional.ofNullable(head)))
                .code();
    }

    /** As {@code verify-chain} printed it once. */
    static final class NotedHead implements ITypeConverter<Chain.Noted> {

        @Override
        public Chain.Noted convert(String text) {
            if (!text.matches("[1-9]\\d{0,17}:[0-9a-f]{64}")) {
                throw new TypeConversionException(
                        "\"" + text + "\" is no head; write number and hash as verify-chain printed them: 12:9f3a…");
            }
            String[] parts = text.split(":", -1);
            return new Chain.Noted(Long.parseLong(parts[0]), parts[1]);
        }
    }
}
