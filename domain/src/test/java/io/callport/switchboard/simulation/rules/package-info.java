/**
 * The switchboard's rules S1 to S8, one concern each: what the model allows against what the switchboard did. Nothing
 * here knows how the switchboard works inside.
 */
package io.callport.switchboard.simulation.rules;
