package org.microgram.standalone.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.microgram.access.Role;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A role as people write it. */
final class Roles implements ITypeConverter<Role> {

    @Override
    public Role convert(String text) {
        return Role.of(text)
                .orElseThrow(() -> new TypeConversionException("\"" + text + "\" is no role; the roles are "
                        + Arrays.stream(Role.values()).map(Role::label).collect(Collectors.joining(", "))));
    }
}
