package org.microgram.standalone.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.microgram.dashboard.review.ReviewLog;
import org.microgram.ingest.log.ReadingsProducer.Acknowledgement;
import org.microgram.messages.readings.DayLock;
import org.microgram.messages.readings.ReadingsMessage;
import org.microgram.messages.readings.SectionSample;
import org.microgram.messages.readings.StationRecord;

/** What people decide goes the way of every reading: into the log, and through job and store back to whoever decided it. */
final class Decisions implements ReviewLog {

    private final Platform platform;

    Decisions(Platform platform) {
        this.platform = platform;
    }

    @Override
    public long now() {
        return platform.ticker().tickNow();
    }

    /** Waits for these messages alone: a backfill may send through the same producer meanwhile. */
    @Override
    public void send(List<ReadingsMessage> messages) {
        List<CompletableFuture<Void>> kept = new ArrayList<>();
        for (ReadingsMessage message : messages) {
            CompletableFuture<Void> one = new CompletableFuture<>();
            kept.add(one);
            Acknowledgement acknowledgement = failure -> {
                if (failure == null) {
                    one.complete(null);
                } else {
                    one.completeExceptionally(failure);
                }
            };
            if (message instanceof DayLock lock) {
                platform.producer().send(lock, acknowledgement);
            } else if (message instanceof SectionSample sample) {
                platform.producer().send(sample, acknowledgement);
            } else {
                platform.producer().send((StationRecord) message, acknowledgement);
            }
        }
        try {
            CompletableFuture.allOf(kept.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw new NotKept(e.getCause());
        }
    }

    @Override
    public boolean shown(Duration atMost) {
        try {
            return platform.writer().awaitMarker(platform.ticker().tickNow(), atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
