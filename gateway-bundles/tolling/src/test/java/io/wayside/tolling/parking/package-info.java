// SPDX-License-Identifier: Apache-2.0
/** Tests of stays, counts and leaks. */
@NullMarked
package io.wayside.tolling.parking;

import org.jspecify.annotations.NullMarked;
