/**
 * Tests that docs/schemas and docs/asyncapi.yaml agree with the catalogue, and writes them with
 * {@code -Dcontract.write=true}. End-to-end tests check the messages that a service really publishes.
 */
@NullMarked
package io.callport.kafka.contract;

import org.jspecify.annotations.NullMarked;
