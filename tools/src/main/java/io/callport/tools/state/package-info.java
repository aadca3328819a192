/** The command that shows what the state topic keeps of one account. Nothing is written to Kafka. */
@NullMarked
package io.callport.tools.state;

import org.jspecify.annotations.NullMarked;
