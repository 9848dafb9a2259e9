// SPDX-License-Identifier: Apache-2.0
/** Static weighing axle by axle: from indications to vehicles. Pure logic, time passed in. */
@NullMarked
package io.wayside.weighing.statics;

import org.jspecify.annotations.NullMarked;
