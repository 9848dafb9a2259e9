// SPDX-License-Identifier: Apache-2.0
/** A ticket gate at work: taps in, flaps and records out; the thread and the devices of it. */
@NullMarked
package io.wayside.tolling.gatework;

import org.jspecify.annotations.NullMarked;
