// SPDX-License-Identifier: Apache-2.0
/** What is said to a toll reader and what is made of its answers; pure, time is passed in. */
@NullMarked
package io.wayside.driver.llrp.session;

import org.jspecify.annotations.NullMarked;
