/**
 * What adapters report, counted and timed for Prometheus: only this room measures. How the loop is, and what it works on, is
 * not kept here but made for each scrape.
 */
@NullMarked
package io.callport.observability.metrics;

import org.jspecify.annotations.NullMarked;
