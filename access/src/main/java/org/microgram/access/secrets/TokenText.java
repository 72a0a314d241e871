package org.microgram.access.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.microgram.access.audit.HashAlgorithm;

/**
 * A token as it is handed out: {@code mg_<id>_<secret>}. The secret has 256 bits from a good source, so a fast hash of it is enough; the
 * prefix lets scanners of repositories find one that was committed.
 */
public final class TokenText {

    private static final Pattern FORM = Pattern.compile("mg_([0-9a-f]{12})_([A-Za-z0-9_-]{43})");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String id;
    private final String text;

    private TokenText(String id, String text) {
        this.id = id;
        this.text = text;
    }

    /** A new one. */
    public static TokenText create() {
        byte[] name = new byte[6];
        RANDOM.nextBytes(name);
        String id = HexFormat.of().formatHex(name);
        return new TokenText(id, "mg_" + id + "_" + random());
    }

    /** Empty when the text cannot be a token of ours. */
    public static Optional<TokenText> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new TokenText(form.group(1), text)) : Optional.empty();
    }

    /** 256 bits as text that is safe in an address, a cookie and a form. */
    public static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Its public half; may be shown and logged. */
    public String id() {
        return id;
    }

    /** All of it. To be shown once, and kept nowhere. */
    public String reveal() {
        return text;
    }

    /** What is kept of it. */
    public String sha256() {
        return HashAlgorithm.SHA_256.hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes as long whether the two are equal or not. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "token " + id;
    }
}
