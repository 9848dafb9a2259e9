// SPDX-License-Identifier: Apache-2.0
/** A back office that refuses, delays, doubles and loses, and lanes that post to it. */
@NullMarked
package io.wayside.rig.scenarios.toll.office;

import org.jspecify.annotations.NullMarked;
