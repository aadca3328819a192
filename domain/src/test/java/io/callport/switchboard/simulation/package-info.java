/**
 * Proves the switchboard's rules: drives it through simulated time from a seed, and shows by deliberate mutations that
 * the proof can fail. The rules themselves are in {@code model}.
 */
package io.callport.switchboard.simulation;
