/**
 * What the Kafka adapter is told and what it tells: settings, health, listener. Nothing here does anything; the rooms below do.
 */
@NullMarked
package io.callport.kafka;

import org.jspecify.annotations.NullMarked;
