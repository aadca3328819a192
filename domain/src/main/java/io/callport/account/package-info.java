/** The account that is asked, with its secret and its budget. Nothing here knows queries, requests or Kafka. */
@NullMarked
package io.callport.account;

import org.jspecify.annotations.NullMarked;
