/** Agents (座席) and their queues: the queries, their answers and the port that answers them. */
@NullMarked
package io.callport.agents;

import org.jspecify.annotations.NullMarked;
