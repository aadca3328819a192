/**
 * What a run does and when, decided from its seed before anything starts. Nothing here starts a process or knows Kafka.
 */
@NullMarked
package io.callport.system.crash.plan;

import org.jspecify.annotations.NullMarked;
