/**
 * What a run does and when, decided from its seed before anything starts. Nothing here starts a process or knows Kafka.
 */
@NullMarked
package io.callport.crash.plan;

import org.jspecify.annotations.NullMarked;
