package dev.konflux.release.testkit.kube.access;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;

/** Who sends a request, by its bearer token. Tokens show in no text. */
public final class Users {

    private static final String BEARER = "bearer ";

    private final ImmutableMap<String, User> byToken;
    private final User unknown;

    private Users(Map<String, User> byToken, User unknown) {
        this.byToken = ImmutableMap.copyOf(byToken);
        this.unknown = unknown;
    }

    /** Every request is that user's; a token is not looked at. */
    public static Users everybodyIs(User user) {
        return new Users(Map.of(), user);
    }

    /** Requests with one of these tokens are that user's, those without a token are anonymous, all others are refused. */
    public static Users byToken(Map<String, User> users) {
        return new Users(users, User.anonymous());
    }

    /**
     * The user of a request.
     *
     * @param authorization the header of that name; empty when there is none
     * @return empty for a token nobody has
     */
    public Optional<User> find(String authorization) {
        boolean hasToken = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return byToken.isEmpty() || !hasToken
                ? Optional.of(unknown)
                : Optional.ofNullable(
                        byToken.get(authorization.substring(BEARER.length()).strip()));
    }

    @Override
    public String toString() {
        return byToken.isEmpty() ? "everybody is " + unknown.name() : "users " + byToken.values();
    }
}
