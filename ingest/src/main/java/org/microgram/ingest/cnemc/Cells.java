package org.microgram.ingest.cnemc;

/** Texts in cells and headers of the page, which is a table of HTML. */
final class Cells {

    private Cells() {}

    /** Without tags and blanks, brackets narrow. */
    static String plain(String text) {
        return text.replaceAll("<[^>]*>", "")
                .replace("&nbsp;", "")
                .replaceAll("[\\s\\u00a0\\u3000]", "")
                .replace('（', '(')
                .replace('）', ')');
    }
}
