package org.microgram.standalone.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.microgram.standalone.StoreKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What {@code --store} may be. */
final class Stores implements ITypeConverter<StoreKind> {

    @Override
    public StoreKind convert(String text) {
        return Arrays.stream(StoreKind.values())
                .filter(kind -> kind.code().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("\"" + text + "\" is no store; write "
                        + Arrays.stream(StoreKind.values()).map(StoreKind::code).collect(Collectors.joining(" or "))));
    }
}
