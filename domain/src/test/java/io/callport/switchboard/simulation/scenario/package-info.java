/**
 * The events of a simulated run, made from a seed: settings, commands, and how the vendors behave. Nothing here knows
 * the switchboard's rules.
 */
package io.callport.switchboard.simulation.scenario;
