package org.microgram.dashboard.web;

import java.util.List;
import java.util.function.Supplier;
import org.microgram.dashboard.explain.Explainer;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.PublishedBases;
import org.microgram.messages.network.Targets;
import org.microgram.store.Store;

/** What the server shows, and from where. */
public record Sources(
        Store store,
        Network network,
        Explainer explainer,
        Supplier<List<Comparison>> published,
        Supplier<PlatformState> state,
        PublishedBases bases,
        Targets targets,
        Reviewing review) {

    /** Without targets. */
    public Sources(
            Store store,
            Network network,
            Explainer explainer,
            Supplier<List<Comparison>> published,
            Supplier<PlatformState> state,
            PublishedBases bases,
            Reviewing review) {
        this(store, network, explainer, published, state, bases, Targets.NONE, review);
    }

    /** Without bases of changes that others published, and without anybody who acts. */
    public Sources(
            Store store,
            Network network,
            Explainer explainer,
            Supplier<List<Comparison>> published,
            Supplier<PlatformState> state) {
        this(store, network, explainer, published, state, PublishedBases.NONE, Reviewing.LOOKING);
    }
}
