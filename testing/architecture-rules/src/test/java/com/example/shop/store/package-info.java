/** Orders in a database; callers see no JDBC. */
@NullMarked
package com.example.shop.store;

import org.jspecify.annotations.NullMarked;
