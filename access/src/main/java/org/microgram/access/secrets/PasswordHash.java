package org.microgram.access.secrets;

import java.nio.CharBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A password as it is kept: Argon2id (RFC 9106), in the usual text form with its parameters, {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}.
 *
 * @param parameters how much work it was
 */
public record PasswordHash(Parameters parameters, byte[] salt, byte[] hash) {

    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=(\\d)\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * How much work a guess is.
     *
     * @param memory in KiB
     * @param passes over the memory
     * @param lanes in parallel
     */
    public record Parameters(int memory, int passes, int lanes) {

        /** Of the OWASP Password Storage Cheat Sheet (2024): 19 MiB, two passes, one lane. */
        public static final Parameters CURRENT = new Parameters(19_456, 2, 1);

        /** A quarter of a gibibyte: what a file asks for beyond it would stop the process instead of letting somebody in. */
        private boolean isBearable() {
            return memory >= 8 && memory <= 1 << 18 && passes >= 1 && passes <= 16 && lanes >= 1 && lanes <= 8;
        }

        /** Whether a guess costs less than with {@code other}. */
        boolean isLessThan(Parameters other) {
            return (long) memory * passes < (long) other.memory * other.passes;
        }
    }

    /** A new salt, and the work of {@code parameters}. */
    public static PasswordHash of(char[] password, Parameters parameters) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new PasswordHash(parameters, salt, compute(password, parameters, salt, HASH_BYTES));
    }

    /** Reads the text form; empty when it is none, or asks for more than this program gives. */
    public static Optional<PasswordHash> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        Parameters parameters = new Parameters(
                Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)));
        Base64.Decoder base64 = Base64.getDecoder();
        try {
            return parameters.isBearable()
                    ? Optional.of(
                            new PasswordHash(parameters, base64.decode(form.group(4)), base64.decode(form.group(5))))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no base64
        }
    }

    /** The text form. */
    public String print() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        parameters.memory(),
                        parameters.passes(),
                        parameters.lanes(),
                        base64.encodeToString(salt),
                        base64.encodeToString(hash));
    }

    /** Does the same work again; takes as long whether it is right or not. */
    public boolean matches(char[] password) {
        return MessageDigest.isEqual(hash, compute(password, parameters, salt, hash.length));
    }

    /** Whether it was made when less work was thought enough. */
    public boolean isOutdated() {
        return parameters.isLessThan(Parameters.CURRENT);
    }

    private static byte[] compute(char[] password, Parameters parameters, byte[] salt, int length) {
        // The same letters may come composed or not, depending on the keyboard.
        char[] normal = Normalizer.normalize(CharBuffer.wrap(password), Normalizer.Form.NFC)
                .toCharArray();
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(parameters.memory())
                .withIterations(parameters.passes())
                .withParallelism(parameters.lanes())
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        argon2.generateBytes(normal, hash);
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PasswordHash that && print().equals(that.print());
    }

    @Override
    public int hashCode() {
        return print().hashCode();
    }

    /** Not the hash: it may land in a log. */
    @Override
    public String toString() {
        return "argon2id " + parameters;
    }
}
