// SPDX-License-Identifier: Apache-2.0
/** Shows pictures to a user's model, by OpenCV's own network runtime or by one that is offered. */
@NullMarked
package io.wayside.counting.net;

import org.jspecify.annotations.NullMarked;
