package org.microgram.standalone.cli;

import java.util.ResourceBundle;
import org.microgram.standalone.terminal.Lang;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Texts of the command line in both languages. */
final class Languages implements ITypeConverter<Lang> {

    @Override
    public Lang convert(String text) {
        return switch (text) {
            case "zh" -> Lang.ZH;
            case "en" -> Lang.EN;
            default -> throw new TypeConversionException("\"" + text + "\" is no language we speak; write zh or en");
        };
    }

    /** The help has its language before the options are read, so {@code --lang} is looked for by hand. */
    static Lang of(String[] args, Lang fallback) {
        for (int i = 0; i < args.length; i++) {
            String value = args[i].startsWith("--lang=")
                    ? args[i].substring("--lang=".length())
                    : args[i].equals("--lang") && i + 1 < args.length ? args[i + 1] : "";
            for (Lang lang : Lang.values()) {
                if (lang.locale().getLanguage().equals(value)) {
                    return lang;
                }
            }
        }
        return fallback;
    }

    static ResourceBundle texts(Lang lang) {
        return ResourceBundle.getBundle(
                "org.microgram.standalone.cli.Texts",
                lang.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
