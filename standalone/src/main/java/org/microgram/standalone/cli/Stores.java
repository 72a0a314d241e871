package org.microgram.standalone.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.microgram.standalone.platform.StorePlace;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What {@code --store} may be. */
final class Stores implements ITypeConverter<StorePlace.Kind> {

    @Override
    public StorePlace.Kind convert(String text) {
        return Arrays.stream(StorePlace.Kind.values())
                .filter(kind -> kind.code().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("\"" + text + "\" is no store; write "
                        + Arrays.stream(StorePlace.Kind.values())
                                .map(StorePlace.Kind::code)
                                .collect(Collectors.joining(" or "))));
    }
}
