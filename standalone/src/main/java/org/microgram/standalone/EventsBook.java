package org.microgram.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.microgram.messages.network.Events;
import org.microgram.messages.network.EventsText;
import org.microgram.messages.network.ExceptionalEvent;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.NetworkLoader;

/** {@code config/events.yaml} as commands change it: whole or not at all, and never into something that no start would accept. */
final class EventsBook {

    private final Path file;
    private final String text;
    private final Network network;

    private EventsBook(Path file, String text, Network network) {
        this.file = file;
        this.text = text;
        this.network = network;
    }

    /** What stands in the folder of the configuration now. */
    static EventsBook open(Path config) throws IOException {
        Network network = NetworkLoader.load(config);
        Path file = config.resolve(Events.FILE);
        return new EventsBook(file, read(file), network);
    }

    Network network() {
        return network;
    }

    List<ExceptionalEvent> all() {
        return network.events().all();
    }

    Optional<ExceptionalEvent> find(String id) {
        return network.events().find(id);
    }

    /** A change that is ready to be written. */
    final class Next {

        private final String changed;

        private Next(String changed) {
            this.changed = changed;
        }

        /** @throws IOException also when somebody else has changed the file since it was read */
        void write() throws IOException {
            Path next = file.resolveSibling(Events.FILE + ".next");
            Files.writeString(next, changed);
            if (!read(file).equals(text)) {
                Files.delete(next);
                throw new IOException(file
                        + " was changed by somebody else just now; nothing was written.\n-> run the command again");
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Makes a change of the text, and reads it back as a start would.
     *
     * @param change false where it finds no place for it
     * @return empty where it found none
     * @throws org.microgram.messages.network.ConfigurationException where the file would no longer be accepted
     */
    Optional<Next> changed(Predicate<EventsText> change) {
        EventsText edited = new EventsText(text);
        if (!change.test(edited)) {
            return Optional.empty();
        }
        Events.parse(file, edited.toString(), network);
        return Optional.of(new Next(edited.toString()));
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    }
}
