package org.microgram.ingest.cnemc;

/** Texts in cells and headers of the page, which is a table of HTML. */
final class Cells {

    private Cells() {}

    /** Without tags and blanks, brackets narrow. */
    static String plain(String text) {
        return untagged(text)
                .replaceAll("[\\s\\u00a0\\u3000]", "")
                .replace('（', '(')
                .replace('）', ')');
    }

    /** Without tags; {@code <0.025} is none, as nothing closes it. */
    static String untagged(String text) {
        return text.replaceAll("<[^<>]*>", "")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .strip();
    }
}
