// SPDX-License-Identifier: Apache-2.0
/** Orders to the light of an aid: under a lease, with one outcome each; the light fails lit. */
@NullMarked
package io.wayside.waterway.control;

import org.jspecify.annotations.NullMarked;
