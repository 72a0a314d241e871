package org.microgram.standalone.terminal;

import java.util.Locale;
import java.util.Map;

/** The two languages that Microgram speaks with people. */
public enum Lang {
    ZH(Locale.SIMPLIFIED_CHINESE),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Lang(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The sentence of this language. */
    public String pick(String chinese, String english) {
        return this == ZH ? chinese : english;
    }

    /** English where the terminal asks for English, else Chinese: an environmental bureau's first language. */
    public static Lang of(Map<String, String> environment) {
        for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value.toLowerCase(Locale.ROOT).startsWith("en") ? EN : ZH;
            }
        }
        return ZH;
    }
}
