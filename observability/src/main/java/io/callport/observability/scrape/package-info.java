/**
 * What the loop works on as Prometheus reads it: made from one snapshot for each scrape, so that nothing is kept per account.
 * Counters and timers are not here.
 */
@NullMarked
package io.callport.observability.scrape;

import org.jspecify.annotations.NullMarked;
