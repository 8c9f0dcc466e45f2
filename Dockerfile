# The build stage makes one static binary; the second holds that binary, the certificates
# to reach Discord with, and nothing else. No secret is copied in: pass them when it runs.
#
#   docker build --build-arg VERSION="$(git describe --tags --always)" -t talksbot .
#   docker run --env-file .env -v talksbot:/home/nonroot talksbot
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG VERSION
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w -X main.stamp=$VERSION" -o /talksbot ./cmd/talksbot && \
    /talksbot licences all >/NOTICES.txt

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /talksbot /NOTICES.txt /
WORKDIR /home/nonroot
ENTRYPOINT ["/talksbot"]
