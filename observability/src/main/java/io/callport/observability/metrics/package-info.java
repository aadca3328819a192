/**
 * The counters and timers of what the adapters report, for Prometheus: only this package measures. The health and the
 * snapshot of the loop are not kept here, but read for each scrape.
 */
@NullMarked
package io.callport.observability.metrics;

import org.jspecify.annotations.NullMarked;
