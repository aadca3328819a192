/**
 * Holds docs/schemas to the catalogue: what commands take, what answers write. It writes those files when told to; what messages
 * a service really publishes is seen elsewhere.
 */
@NullMarked
package io.callport.kafka.contract;

import org.jspecify.annotations.NullMarked;
