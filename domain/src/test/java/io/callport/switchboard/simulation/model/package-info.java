/**
 * The effects that the rules S1 to S8 allow, kept independently of the switchboard: the state of every lane, and a
 * class per rule that compares them with what the switchboard does. Nothing here knows how the switchboard works
 * inside.
 */
package io.callport.switchboard.simulation.model;
