// SPDX-License-Identifier: Apache-2.0
/** What mariners and an authority are told of an aid, and when. */
@NullMarked
package io.wayside.waterway.announce;

import org.jspecify.annotations.NullMarked;
