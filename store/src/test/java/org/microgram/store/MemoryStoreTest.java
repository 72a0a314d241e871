package org.microgram.store;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;

@DisplayName("A plain map")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MemoryStoreTest extends LongStoreContract {

    @Override
    protected Store open(Path directory) {
        return new MemoryStore();
    }
}
