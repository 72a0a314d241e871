package org.microgram.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Stop 1 of a reading's way, for files: takes paths and hands on station records and refusals.
 *
 * <p>What is handed on depends on the content of the inputs alone: not on their order, not on whether they are folders, single files or
 * archives, and not on the day of reading. Reading the same again gives records with the same versions, which change nothing.
 */
public interface Reader {

    /** The name in the CLI: {@code beijing-archive}. */
    String format();

    /**
     * Reads all inputs. What cannot be used is refused piece by piece, never by an exception.
     *
     * @param inputs files or folders, folders with all their folders
     * @return what became of every value; read = used + refused + duplicate + empty
     * @throws IOException when an input does not exist or the disk fails; records may have been handed on before
     */
    ReadReport read(List<Path> inputs, ReadContext context, ReadingSink sink) throws IOException;
}
