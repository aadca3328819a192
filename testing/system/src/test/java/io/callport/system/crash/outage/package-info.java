/** Kafka is gone for a while under load, and comes back. */
@NullMarked
package io.callport.system.crash.outage;

import org.jspecify.annotations.NullMarked;
