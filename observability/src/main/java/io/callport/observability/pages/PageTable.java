package io.callport.observability.pages;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The pages that there are, by their paths.
 *
 * @param health pages that are answered at once, for any host
 * @param others pages that are made elsewhere
 */
record PageTable(
        Map<String, Supplier<Page>> health, Map<String, Function<PageRequest, CompletableFuture<EncodedPage>>> others) {
    /** The paths in alphabetical order. */
    SortedSet<String> paths() {
        SortedSet<String> paths = new TreeSet<>(health.keySet());
        paths.addAll(others.keySet());
        return paths;
    }
}
