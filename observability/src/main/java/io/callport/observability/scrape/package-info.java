/**
 * The state of the loop as Prometheus reads it: made from one snapshot for each scrape, so that nothing is kept per
 * account. Counters and timers are in the package of the metrics.
 */
@NullMarked
package io.callport.observability.scrape;

import org.jspecify.annotations.NullMarked;
